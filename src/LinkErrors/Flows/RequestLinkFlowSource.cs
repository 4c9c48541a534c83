namespace LinkErrors.Flows;

/// <summary>
/// Goes by what an authorization request says, in the query or in a form. An ambiguous request has no target.
/// One whose parameters are in a request object (RFC 9101 §5, RFC 9126 §4) has none either: what stands beside it does not count, and only
/// the application can read it, which says so with <c>SetLinkFlow</c>.
/// </summary>
internal sealed class RequestLinkFlowSource(LinkFlowFactory factory) : IRequestLinkFlowSource
{
    public bool MayFind(RequestParameters parameters) =>
        !parameters.Contains(LinkParameter.Request) && !parameters.Contains(LinkParameter.RequestUri);

    /// <summary>The client first: nothing else of what a request says is worth a look before it is known.</summary>
    public async ValueTask<LinkFlow?> FindAsync(RequestParameters parameters, CancellationToken cancellationToken) =>
        MayFind(parameters)
        && parameters.TryGet(LinkParameter.ClientId, out string? clientId)
        && parameters.TryGet(LinkParameter.RedirectUri, out string? redirectUri)
        && await factory.FindClientAsync(clientId, redirectUri, cancellationToken).ConfigureAwait(false) is { } client
        && parameters.TryGet(LinkParameter.State, out string? state)
        && parameters.TryGet(LinkParameter.ResponseMode, out string? responseMode)
        && parameters.TryGet(LinkParameter.ResponseType, out string? responseType)
        && parameters.TryGet(LinkParameter.UiLocales, out string? uiLocales)
            ? factory.Create(client, redirectUri, state, responseMode, responseType, uiLocales)
            : null;
}
