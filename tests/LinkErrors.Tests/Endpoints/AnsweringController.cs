using System.Diagnostics.CodeAnalysis;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Endpoints;

/// <summary>Actions that answer what they throw themselves, leave it to the settings, or refuse.</summary>
[Route("actions")]
[LinkErrors(LinkEndpointKind.Api, "oauth")]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class AnsweringController : ControllerBase
{
    [HttpGet("marked")]
    [LinkErrors(AnswerAtEndpoint = true)]
    public string Marked() => throw new LinkTokenExpiredException();

    [HttpGet("later")]
    [LinkErrors(AnswerAtEndpoint = true)]
    public async Task<string> Later()
    {
        await Task.Yield();
        throw new LinkTokenExpiredException();
    }

    [HttpGet("interactive")]
    [LinkErrors(LinkEndpointKind.Interactive, AnswerAtEndpoint = true)]
    public string Interactive() => throw new LinkTokenExpiredException();

    [HttpGet("unexpected")]
    [LinkErrors(AnswerAtEndpoint = true)]
    public string Unexpected() => throw new InvalidOperationException("secret");

    [HttpGet("canceled")]
    [LinkErrors(AnswerAtEndpoint = true)]
    public string Canceled() => throw new OperationCanceledException("secret");

    [HttpGet("started")]
    [LinkErrors(AnswerAtEndpoint = true)]
    public async Task Started()
    {
        await Response.StartAsync();
        throw new LinkTokenExpiredException();
    }

    [HttpGet("plain")]
    public string Plain() => throw new LinkTokenExpiredException();

    [HttpGet("refusing")]
    [LinkErrors(AnswerAtEndpoint = false)]
    public string Refuse() => throw new LinkTokenExpiredException();
}
