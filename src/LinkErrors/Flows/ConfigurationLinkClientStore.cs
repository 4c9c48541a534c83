using LinkErrors.Settings;

namespace LinkErrors.Flows;

/// <summary>The clients of the configuration, as they are now.</summary>
internal sealed class ConfigurationLinkClientStore(LinkErrorsSettingsSource source) : ILinkClientStore
{
    public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(source.Current.ClientsById.GetValueOrDefault(clientId));

    public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken)
    {
        LinkErrorsSettings settings = source.Current;
        LinkClient? client = settings.ClientsByRedirectUri.GetValueOrDefault(redirectUri)
            ?? (LinkClient.WithoutLoopbackPort(redirectUri) is { } loopback ? settings.ClientsByLoopbackUri.GetValueOrDefault(loopback) : null);
        return ValueTask.FromResult(client);
    }
}
