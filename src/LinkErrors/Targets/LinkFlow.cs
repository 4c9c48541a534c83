namespace LinkErrors.Targets;

/// <summary>Who is linking, and where the browser returns to.</summary>
public sealed record LinkFlow
{
    /// <summary>The client identifier; null when it is not known.</summary>
    public string? ClientId { get; init; }

    /// <summary>Where the browser returns to; null when no valid place is known.</summary>
    public RedirectTarget? Target { get; init; }

    /// <summary>The opaque value of the client, echoed to it and to nobody else; null when it sent none.</summary>
    public string? State { get; init; }

    /// <summary>The name of the dialect that the client reads; null for the default.</summary>
    public string? Dialect { get; init; }
}
