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

    /// <summary>What the upstream's error means for the link: its definition knows, or else its status tells.</summary>
    private static LinkErrorDefinition GetDefinition(LinkError upstream) => upstream.Definition switch
    {
        { UpstreamCode: { } code } own when code == own.Code => own,
        { UpstreamCode: { } code } => LinkErrorCatalog.Default.Resolve(code),
        _ when upstream.StatusCode == 401 => LinkErrorDefinitions.ProviderTokenRejected,
        _ when upstream.IsTransient || upstream.StatusCode is 429 or >= 500 => LinkErrorDefinitions.ProviderApiError,
        _ => LinkErrorDefinitions.ProviderError,
    };
}
