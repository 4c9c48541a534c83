using System.Diagnostics.CodeAnalysis;
using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.HostTests.Applications;

[ApiController]
[Route("links")]
[LinkErrors]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class LinksApiController : ControllerBase
{
    [HttpGet(HostRoutes.Ok)]
    public string Fine() => "ok";

    [HttpGet(HostRoutes.Thrown)]
    [HttpPost(HostRoutes.Thrown)]
    public string Thrown() => throw HostEndpoints.Expired;

    [HttpGet(HostRoutes.Unexpected)]
    public string Unexpected() => throw HostEndpoints.Unforeseen;

    [HttpGet(HostRoutes.Returned)]
    public IActionResult Returned() => NotFound();

    [HttpGet(HostRoutes.Status)]
    public void Status() => Response.StatusCode = 409;

    [HttpGet(HostRoutes.Secret)]
    [Authorize]
    public string Secret() => "for those who are signed in";

    [HttpPost(HostRoutes.Body)]
    public string? Body(LinkBody body) => body?.Name;

    [HttpGet(HostRoutes.Waiting)]
    public Task WaitAsync() => HostEndpoints.WaitAsync(HttpContext);

    [HttpGet(HostRoutes.Ordinary)]
    [DisableLinkErrors]
    public string Ordinary() => throw HostEndpoints.Unforeseen;
}
