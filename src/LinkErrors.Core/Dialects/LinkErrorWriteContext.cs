namespace LinkErrors.Dialects;

/// <summary>What a dialect may know of the response that it writes, apart from the error itself.</summary>
public sealed record LinkErrorWriteContext
{
    /// <summary>A context without any of the optional values.</summary>
    public static LinkErrorWriteContext Default { get; } = new();

    /// <summary>The issuer identifier of this service, sent as <c>iss</c> (RFC 9207); null when it has none.</summary>
    /// <value>The default is null.</value>
    public string? Issuer { get; init; }

    /// <summary>The protection space that challenges name (RFC 9110 §11.5).</summary>
    /// <value>The default is <c>link</c>.</value>
    public string Realm { get; init; } = "link";

    /// <summary>
    /// The address of this service's protected resource metadata, sent as <c>resource_metadata</c> in challenges for an access
    /// token (RFC 9728 §5.1); null when it publishes none.
    /// </summary>
    /// <value>The default is null.</value>
    public string? ResourceMetadata { get; init; }

    /// <summary>Whether challenges that name an error say where people read more about it, as <c>error_uri</c> (RFC 6750 §3).</summary>
    /// <value>The default is false.</value>
    public bool ErrorUriInChallenges { get; init; }

    /// <summary>
    /// The algorithms of DPoP proofs that this service takes, separated by spaces; sent as <c>algs</c> in challenges of the scheme
    /// <c>DPoP</c> (RFC 9449 §7.1). Null when it does not say.
    /// </summary>
    /// <value>The default is null.</value>
    public string? DPoPAlgorithms { get; init; }

    /// <summary>
    /// The scheme of the request's <c>Authorization</c> header, for example <c>Bearer</c>; null when it had none.
    /// </summary>
    /// <value>The default is null.</value>
    public string? CredentialScheme { get; init; }

    /// <summary>
    /// Whether the endpoint is one of the authorization server that code calls, such as a token endpoint, where RFC 6749 §5.2 gives
    /// the statuses; false for protected resources and for everything that a browser navigates to.
    /// </summary>
    /// <value>The default is false.</value>
    public bool IsTokenEndpoint { get; init; }

    /// <summary>
    /// What happened, in the language of the person who is linking, for a field whose text people read; null where it is not known, where
    /// the error has a message of its own, or where texts are not localized. A field for developers, such as <c>error_description</c>
    /// (RFC 6749 §4.1.2.1), has the error's message.
    /// </summary>
    /// <value>The default is null.</value>
    public string? LocalizedMessage { get; init; }

    /// <summary>
    /// What happened in a few words, in the language of the person who is linking, for a field that people read; null where it is not known, where
    /// the error has a title of its own, or where texts are not localized. The title of a problem (RFC 9457 §3.1.4) is the
    /// problem type's.
    /// </summary>
    /// <value>The default is null.</value>
    public string? LocalizedTitle { get; init; }

    /// <summary>Details for developers; null unless they are switched on. They go into bodies only, never into a URL.</summary>
    /// <value>The default is null.</value>
    public LinkErrorDebugDetails? DebugDetails { get; init; }
}
