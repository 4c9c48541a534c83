namespace LinkErrors.Flows;

/// <summary>Who is linking, and where and how the browser returns. Made by <see cref="LinkFlowFactory"/>.</summary>
public sealed record LinkFlow
{
    internal LinkFlow()
    {
    }

    /// <summary>The client identifier; null when it is not known.</summary>
    public string? ClientId { get; internal init; }

    /// <summary>Where the browser returns to; null when no valid place is known.</summary>
    public RedirectTarget? Target { get; internal init; }

    /// <summary>The opaque value of the client, echoed to it and to nobody else; null when it sent none.</summary>
    public string? State { get; internal init; }

    /// <summary>How the parameters travel.</summary>
    public LinkResponseMode ResponseMode { get; internal init; }

    /// <summary>The name of the dialect that the client reads; null for the default.</summary>
    public string? Dialect { get; internal init; }

    /// <summary>The languages of the user, the preferred first (<c>ui_locales</c>); null when they are not known.</summary>
    public string? UiLocales { get; internal init; }

    /// <summary>Where the flow began, on this site; null when the application did not say.</summary>
    internal RedirectTarget? Start { get; init; }

    /// <summary>No flow was found.</summary>
    internal static LinkFlow None { get; } = new();

    /// <summary>Nobody knows, because a source failed: no place is safe then, not even the fallback.</summary>
    internal static LinkFlow Indeterminate { get; } = new() { IsIndeterminate = true };

    internal bool IsIndeterminate { get; private init; }
}
