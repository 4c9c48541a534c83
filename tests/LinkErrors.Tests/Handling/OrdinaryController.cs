using System.Diagnostics.CodeAnalysis;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Handling;

/// <summary>A controller of which one action is a link endpoint.</summary>
[Route("action")]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class OrdinaryController : ControllerBase
{
    [HttpGet("marked")]
    [LinkErrors]
    public string Marked() => throw new InvalidOperationException("secret");

    [HttpGet("ordinary")]
    public string Ordinary() => throw new InvalidOperationException("secret");

    [HttpGet("link-exception")]
    public string ThrowLinkException() => throw new LinkTokenExpiredException();
}
