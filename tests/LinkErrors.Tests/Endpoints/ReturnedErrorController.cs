using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Endpoints;

/// <summary>Actions that return errors of OAuth in the results of MVC.</summary>
[ApiController]
[LinkErrors(Kind = LinkEndpointKind.Api, Dialect = "oauth")]
[Route("returned")]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class ReturnedErrorController : ControllerBase
{
    [HttpGet("json")]
    public IActionResult GetJson() => new JsonResult(new { error = "invalid_grant", error_description = "The code was used." }) { StatusCode = 400 };

    [HttpGet("bad-request")]
    public IActionResult GetBadRequest() => BadRequest(new { error = "slow_down", error_description = "Wait.", interval = 10 });
}
