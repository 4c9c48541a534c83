using System.Diagnostics.CodeAnalysis;
using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.HostTests.Applications;

[Area("Links")]
[LinkErrors]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class LinkController : Controller
{
    [ActionName(HostRoutes.Ok)]
    public IActionResult Fine() => View("Ok");

    [ActionName(HostRoutes.Thrown)]
    public IActionResult Thrown() => throw HostEndpoints.Expired;

    [ActionName(HostRoutes.Rendered)]
    public IActionResult Rendered() => View("Rendered");

    [ActionName(HostRoutes.Unexpected)]
    public IActionResult Unexpected() => throw HostEndpoints.Unforeseen;

    [ActionName(HostRoutes.Returned)]
    public IActionResult Returned() => NotFound();

    [ActionName(HostRoutes.Status)]
    public void Status() => Response.StatusCode = 409;

    [Authorize]
    [ActionName(HostRoutes.Secret)]
    public IActionResult Secret() => View("Ok");

    [HttpPost]
    [Consumes("application/json")]
    [ActionName(HostRoutes.Body)]
    public IActionResult Body([FromBody] LinkBody body) => ModelState.IsValid ? View("Ok", body) : BadRequest(ModelState);

    [ActionName(HostRoutes.Waiting)]
    public Task WaitAsync() => HostEndpoints.WaitAsync(HttpContext);

    [DisableLinkErrors]
    [ActionName(HostRoutes.Ordinary)]
    public IActionResult Ordinary() => throw HostEndpoints.Unforeseen;
}
