namespace LinkErrors.Handling;

/// <summary>
/// An error that was read from an upstream service says what that service thinks of us. Our own client hears what it means
/// for the link: ORCID's 401 is no 401 of ours, and the text is the upstream's.
/// </summary>
internal static class UpstreamErrors
{
    /// <summary>
    /// The error of this service; the same when it is one already. Its text is the upstream's only where the definition
    /// carries that.
    /// </summary>
    public static LinkError Translate(LinkError error) => error.Origin is null ? error : TranslateUpstream(error);

    private static LinkError TranslateUpstream(LinkError upstream)
    {
        LinkErrorDefinition definition = GetDefinition(upstream);
        return new LinkError(definition)
        {
            Origin = upstream.Origin,
            Message = definition.CarriesUpstreamText && upstream.HasExplicitMessage ? upstream.Message : null,
            Scopes = definition.Code == LinkErrorCodes.RequiredScopesNotGranted ? upstream.Scopes : [],
            RetryAfter = definition.IsTransient ? upstream.RetryAfter : null,
        };
    }

    /// <summary>What the upstream's error means for the link. A code that tells of a link already stays as it is.</summary>
    private static LinkErrorDefinition GetDefinition(LinkError upstream) => upstream.Code switch
    {
        LinkErrorCodes.ProviderCredentialError => upstream.Definition,
        LinkErrorCodes.ProviderPasswordExpired => upstream.Definition,
        LinkErrorCodes.ProviderApiError => upstream.Definition,
        LinkErrorCodes.ProviderTokenRejected => upstream.Definition,
        LinkErrorCodes.UnsupportedRegion => upstream.Definition,
        LinkErrorCodes.DuplicateConnection => upstream.Definition,
        LinkErrorCodes.RequiredScopesNotGranted => upstream.Definition,
        LinkErrorCodes.IncorrectMfaCode => upstream.Definition,
        LinkErrorCodes.UserCancelled => upstream.Definition,
        LinkErrorCodes.AccessDenied => upstream.Definition,
        LinkErrorCodes.InsufficientScope => LinkErrorDefinitions.RequiredScopesNotGranted,
        LinkErrorCodes.InvalidToken or LinkErrorCodes.InvalidGrant => LinkErrorDefinitions.ProviderTokenRejected,

        // Our own credentials were refused, not the user's: nothing that deleting the link would mend.
        LinkErrorCodes.ProviderError or LinkErrorCodes.InvalidClient or LinkErrorCodes.UnauthorizedClient => LinkErrorDefinitions.ProviderError,
        _ when upstream.StatusCode == 401 => LinkErrorDefinitions.ProviderTokenRejected,
        _ when upstream.IsTransient || upstream.StatusCode is 429 or >= 500 => LinkErrorDefinitions.ProviderApiError,
        _ => LinkErrorDefinitions.ProviderError,
    };
}
