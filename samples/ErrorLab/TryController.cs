using LinkErrors;
using Microsoft.AspNetCore.Mvc;

namespace ErrorLab;

/// <summary>
/// The same as <see cref="TryEndpoint"/> from a controller; it answers when the query says <c>via=mvc</c>. The actions have no
/// parameters, because for them MVC would read the form, and answer a broken one itself.
/// </summary>
[ApiController]
[ViaMvc]
public sealed class TryController(LinkErrorCatalog catalog) : ControllerBase
{
    /// <summary>Throws or returns an error of the catalog.</summary>
    [AcceptVerbs("GET", "HEAD", "POST", Route = "/try/{dialect}/{code}")]
    public IActionResult Try()
    {
        string via = LabRequest.Prepare(HttpContext, FromRoute("dialect"));
        LinkError error = LabRequest.CreateError(HttpContext, catalog, FromRoute("code"));
        return via == LabRequest.MvcResult ? TypedResults.LinkError(error) : throw error.ToException();
    }

    /// <summary>Throws what nobody expects.</summary>
    [AcceptVerbs("GET", "HEAD", "POST", Route = "/unexpected/{dialect}")]
    public IActionResult Unexpected()
    {
        LabRequest.Prepare(HttpContext, FromRoute("dialect"));
        throw new InvalidOperationException("secret connection string Password=hunter2");
    }

    private string FromRoute(string name) => (string)RouteData.Values[name]!;
}
