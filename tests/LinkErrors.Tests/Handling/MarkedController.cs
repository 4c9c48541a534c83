using System.Diagnostics.CodeAnalysis;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Handling;

/// <summary>A controller that is marked as a whole; some of its actions say more.</summary>
[LinkErrors(LinkEndpointKind.Api, "zapier")]
[Route("controller")]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class MarkedController : ControllerBase
{
    [HttpGet("ordinary")]
    [LinkErrors(Dialect = "oauth")]
    public string Ordinary() => throw new InvalidOperationException("secret");

    [HttpGet("inherits")]
    public string InheritFromController() => throw new LinkTokenExpiredException();

    [HttpGet("dialect")]
    [LinkErrors(Dialect = "junction")]
    public string SayDialect() => throw new LinkTokenExpiredException();

    [HttpGet("kind")]
    [LinkErrors(Kind = LinkEndpointKind.Interactive)]
    public string SayKind() => throw new LinkTokenExpiredException();
}
