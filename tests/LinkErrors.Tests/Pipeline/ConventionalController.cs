using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Pipeline;

/// <summary>Reached by a conventional route only: every action has the same pattern, and required values tell them apart.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "An action is an instance method.")]
public sealed class ConventionalController : ControllerBase
{
    [HttpGet]
    [LinkErrors(Kind = LinkEndpointKind.Api)]
    public string Marked() => "ok";

    [HttpGet]
    public string Plain() => "ok";
}
