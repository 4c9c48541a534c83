using System.Diagnostics.CodeAnalysis;

namespace LinkErrors.Flows;

/// <summary>The answer to "may the browser go there?": a target, or the reason why not.</summary>
public sealed record RedirectUriValidation
{
    private RedirectUriValidation()
    {
    }

    /// <summary>Whether the browser may go there.</summary>
    [MemberNotNullWhen(true, nameof(Target))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAllowed => Target is not null;

    /// <summary>The target; null when the URI was refused.</summary>
    public RedirectTarget? Target { get; private init; }

    /// <summary>Why the URI was refused; null when it was not.</summary>
    public RedirectUriRefusal? Refusal { get; private init; }

    internal static RedirectUriValidation Allow(RedirectTarget target) => new() { Target = target };

    internal static RedirectUriValidation Refuse(RedirectUriRefusal refusal) => new() { Refusal = refusal };
}
