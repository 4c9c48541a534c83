using System.Diagnostics.CodeAnalysis;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Responses;

/// <summary>Actions that throw, of which one answers that itself.</summary>
[Route("allocations")]
[LinkErrors(LinkEndpointKind.Interactive)]
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class AllocationController : ControllerBase
{
    [HttpGet("plain")]
    public string Plain() => throw new LinkTokenExpiredException();

    [HttpGet("answering")]
    [LinkErrors(AnswerAtEndpoint = true)]
    public string Answering() => throw new LinkTokenExpiredException();
}
