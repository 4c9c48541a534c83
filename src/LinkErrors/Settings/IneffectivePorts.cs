using LinkErrors.Flows;
using LinkErrors.Redirects;

namespace LinkErrors.Settings;

/// <summary>A client that asked for free ports, and a loopback URI that it registered and that keeps its port all the same.</summary>
/// <param name="Setting">What it asked for.</param>
/// <param name="ClientId">The client.</param>
/// <param name="RedirectUri">The URI; null when it has none that the setting is about.</param>
/// <param name="Advice">Why, and the way out.</param>
internal sealed record IneffectivePorts(string Setting, string ClientId, string? RedirectUri, string Advice)
{
    private const string OfName = "http://localhost is a name, which is not always this machine (RFC 8252 section 8.3). Register http://127.0.0.1, or set AllowLocalhostPorts.";
    private const string OfLiteral = "AllowLocalhostPorts is for http://localhost alone. Set AllowLoopbackPorts.";
    private const string OfNone = "the client has registered no URI with a host that it is for.";

    /// <summary>The first by identifier of the clients whose setting has no effect, and how many others there are; null when there is none.</summary>
    public static IneffectivePorts? Find(IEnumerable<LinkClient> clients, out int others)
    {
        IneffectivePorts? first = null;
        int count = 0;
        foreach (LinkClient client in clients)
        {
            if (Find(client) is { } found)
            {
                first = first is null || string.CompareOrdinal(found.ClientId, first.ClientId) < 0 ? found : first;
                count++;
            }
        }

        others = count - 1;
        return first;
    }

    private static IneffectivePorts? Find(LinkClient client)
    {
        if (!client.AllowLoopbackPorts && !client.AllowLocalhostPorts)
        {
            return null;
        }

        bool hasLiteral = false;
        bool hasName = false;
        foreach (string uri in client.RedirectUris)
        {
            if (!RedirectUriGrammar.TryFindLoopbackPort(uri, out _, out bool isLocalhost))
            {
                continue;
            }

            hasName |= isLocalhost;
            hasLiteral |= !isLocalhost;
            if (client.WithoutFreePort(uri) is null)
            {
                return isLocalhost
                    ? new(nameof(client.AllowLoopbackPorts), client.ClientId, uri, OfName)
                    : new(nameof(client.AllowLocalhostPorts), client.ClientId, uri, OfLiteral);
            }
        }

        return client.AllowLoopbackPorts && !hasLiteral ? new(nameof(client.AllowLoopbackPorts), client.ClientId, RedirectUri: null, OfNone)
            : client.AllowLocalhostPorts && !hasName ? new(nameof(client.AllowLocalhostPorts), client.ClientId, RedirectUri: null, OfNone)
            : null;
    }
}
