using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Mvc;

/// <summary>Actions whose model may be invalid.</summary>
[ApiController]
[LinkErrors(Kind = LinkEndpointKind.Api, Dialect = "orcidlink")]
[Route("model")]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class ModelStateController : ControllerBase
{
    [HttpPost("body")]
    [Consumes("application/json")]
    public string PostBody(Account account) => account.Name;

    [HttpPost("form")]
    public string PostForm([FromForm] Posted posted) => posted.Name;

    [HttpPost("dictionary")]
    public int PostDictionary([FromForm] IDictionary<string, int> levels) => levels.Count;

    [HttpGet("query")]
    public string GetQuery([Required] string name, [Range(1, 9)] int level) => name + level;

    [HttpGet("state")]
    public IActionResult GetState()
    {
        ModelState.AddModelError("name", "hunter2 is taken");
        return BadRequest(ModelState);
    }

    [HttpGet("content")]
    public IActionResult GetContent() => new ContentResult { StatusCode = 418, Content = "teapot", ContentType = "text/plain" };

    [HttpGet("ok")]
    public IActionResult GetOk() => Ok("fine");

    [HttpGet("wait")]
    public IActionResult GetWait()
    {
        Response.Headers.RetryAfter = "7";
        return StatusCode(429);
    }

    [HttpGet("fails")]
    [LinkErrors(Dialect = "oauth")]
    public IActionResult GetFails() => throw new LinkTokenExpiredException();

    [HttpGet("fails/alone")]
    [DisableLinkErrors]
    public IActionResult GetFailsAlone() => throw new LinkTokenExpiredException();

    [HttpGet("disabled")]
    [DisableLinkErrors]
    public IActionResult GetDisabled() => NotFound();

    public sealed record Posted(string Name, IDictionary<string, int>? Levels);

    public sealed record Account([Required] string Name, [EmailAddress] string? Email, IReadOnlyDictionary<string, int>? Levels);
}
