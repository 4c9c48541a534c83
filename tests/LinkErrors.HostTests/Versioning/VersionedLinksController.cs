using System.Diagnostics.CodeAnalysis;
using Asp.Versioning;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.HostTests.Versioning;

[ApiController]
[ApiVersion("1.0")]
[Route("links")]
[LinkErrors(LinkEndpointKind.Api)]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class VersionedLinksController : ControllerBase
{
    [HttpGet]
    public IActionResult Get() => Content("ok");

    [HttpPost]
    [Consumes("application/json")]
    public string Post([FromBody] string text) => text;

    [HttpGet("/v{version:apiVersion}/links")]
    public IActionResult GetBySegment() => Content("ok");
}
