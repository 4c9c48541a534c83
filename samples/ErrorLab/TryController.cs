using LinkErrors.Endpoints;
using LinkErrors.Errors;
using Microsoft.AspNetCore.Mvc;

namespace ErrorLab;

/// <summary>The same as <see cref="TryEndpoint"/> from a controller; it answers when the query says <c>via=mvc</c>.</summary>
[ApiController]
[ViaMvc]
public sealed class TryController(LinkErrorCatalog catalog) : ControllerBase
{
    /// <summary>Throws or returns an error of the catalog.</summary>
    [AcceptVerbs("GET", "HEAD", "POST", Route = "/try/{dialect}/{code}")]
    public IActionResult Try(string dialect, string code)
    {
        string via = LabRequest.Prepare(HttpContext, dialect);
        LinkError error = LabRequest.CreateError(HttpContext, catalog, code);
        return via == LabRequest.MvcResult ? LinkResults.Error(error) : throw error.ToException();
    }

    /// <summary>Throws what nobody expects.</summary>
    [AcceptVerbs("GET", "HEAD", "POST", Route = "/unexpected/{dialect}")]
    public IActionResult Unexpected(string dialect)
    {
        LabRequest.Prepare(HttpContext, dialect);
        throw new InvalidOperationException("secret connection string Password=hunter2");
    }
}
