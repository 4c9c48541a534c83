namespace LinkErrors.Flows;

/// <summary>One thing that came of a search for a flow.</summary>
/// <param name="Reason">One of <see cref="SearchReason"/>.</param>
internal sealed record SearchNote(string Reason)
{
    /// <summary>The type of the source or store.</summary>
    public string? Source { get; init; }

    /// <summary>The client that was found; null for none.</summary>
    public LinkClient? Client { get; init; }

    /// <summary>The client identifier of the request.</summary>
    public string? ClientId { get; init; }

    /// <summary>The redirect URI of the request.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>Why the redirect URI was refused.</summary>
    public RedirectUriRefusal? Refusal { get; init; }

    /// <summary>What else there is to say, in words of the library or of an exception.</summary>
    public string? Detail { get; init; }
}
