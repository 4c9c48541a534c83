using LinkErrors.Flows;

namespace LinkErrors.Tests.Hosts;

/// <summary>A client store that does what a test wants.</summary>
public sealed class StubClientStore(Func<CancellationToken, ValueTask<LinkClient?>> find) : ILinkClientStore
{
    public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken) => find(cancellationToken);

    public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) => find(cancellationToken);
}
