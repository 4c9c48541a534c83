namespace LinkErrors.Dialects;

/// <summary>The dialects that come with the library.</summary>
public static class LinkErrorDialects
{
    /// <summary><c>junction</c>: the Junction Link widget and API.</summary>
    public static LinkErrorDialect Junction { get; } = new JunctionDialect();

    /// <summary><c>orcidlink</c>: the ORCID Link service of KBase.</summary>
    public static LinkErrorDialect OrcidLink { get; } = new OrcidLinkDialect();

    /// <summary><c>zapier</c>: the connection flow and token endpoint of Zapier.</summary>
    public static LinkErrorDialect Zapier { get; } = new ZapierDialect();

    /// <summary><c>centralauth</c>: the CentralAuth API and login callback.</summary>
    public static LinkErrorDialect CentralAuth { get; } = new CentralAuthDialect();

    /// <summary><c>loop</c>: the OAuth endpoints and service calls of Loop.</summary>
    public static LinkErrorDialect Loop { get; } = new LoopDialect();

    /// <summary><c>oauth</c>: RFC 6749, RFC 6750 and their extensions.</summary>
    public static LinkErrorDialect OAuth { get; } = new OAuthDialect();

    /// <summary><c>problem-details</c>: RFC 9457.</summary>
    public static LinkErrorDialect ProblemDetails { get; } = new ProblemDetailsDialect();

    /// <summary>All of them, in the order in which the documentation names them.</summary>
    public static IReadOnlyList<LinkErrorDialect> All { get; } = [Junction, OrcidLink, Zapier, CentralAuth, Loop, OAuth, ProblemDetails];
}
