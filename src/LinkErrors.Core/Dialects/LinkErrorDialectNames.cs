namespace LinkErrors.Dialects;

/// <summary>The names of the dialects that come with the library, as constants, for attributes and settings.</summary>
/// <example><code>[LinkErrors(LinkEndpointKind.Api, LinkErrorDialectNames.Zapier)]</code></example>
public static class LinkErrorDialectNames
{
    /// <summary>The name of <see cref="LinkErrorDialects.Junction"/>.</summary>
    public const string Junction = "junction";

    /// <summary>The name of <see cref="LinkErrorDialects.OrcidLink"/>.</summary>
    public const string OrcidLink = "orcidlink";

    /// <summary>The name of <see cref="LinkErrorDialects.Zapier"/>.</summary>
    public const string Zapier = "zapier";

    /// <summary>The name of <see cref="LinkErrorDialects.CentralAuth"/>.</summary>
    public const string CentralAuth = "centralauth";

    /// <summary>The name of <see cref="LinkErrorDialects.Loop"/>.</summary>
    public const string Loop = "loop";

    /// <summary>The name of <see cref="LinkErrorDialects.OAuth"/>.</summary>
    public const string OAuth = "oauth";

    /// <summary>The name of <see cref="LinkErrorDialects.ProblemDetails"/>.</summary>
    public const string ProblemDetails = "problem-details";
}
