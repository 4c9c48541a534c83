using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Pipeline;

/// <summary>The scenarios of <see cref="EntryPointRow"/> from a controller.</summary>
[ApiController]
[LinkErrors]
public sealed class EntryPointController : ControllerBase
{
    [AcceptVerbs("GET", "POST", Route = "/mvc-return/{row}")]
    public IActionResult Return(string row, LinkEndpointKind kind, string dialect) => Find(row, kind, dialect).ActionResult(this);

    [AcceptVerbs("GET", "POST", Route = "/mvc-throw/{row}")]
    public IActionResult Throw(string row, LinkEndpointKind kind, string dialect) => throw Find(row, kind, dialect).Error.ToException();

    [AcceptVerbs("GET", "POST", Route = "/mvc-result/{row}")]
    public IActionResult Result(string row, LinkEndpointKind kind, string dialect) => TypedResults.LinkError(Find(row, kind, dialect).Error);

    private EntryPointRow Find(string row, LinkEndpointKind kind, string dialect)
    {
        HttpContext.SetLinkErrors(kind, dialect);
        return EntryPointRow.All[row];
    }
}
