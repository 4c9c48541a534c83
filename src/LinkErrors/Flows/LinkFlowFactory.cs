using System.Text;
using LinkErrors.Redirects;

namespace LinkErrors.Flows;

/// <summary>Makes flows: the only way from what a request says to a target that the browser may be sent to.</summary>
public sealed class LinkFlowFactory
{
    /// <summary>Escaped as it will be sent: a longer state does not fit into a URL that every server on the way accepts.</summary>
    private const int MaximumStateLength = 8192;

    /// <summary>What is left of that for characters which become three escaped bytes: no state up to here has to be escaped to see that it fits.</summary>
    private const int CertainStateLength = MaximumStateLength / 9;

    private readonly ILinkClientStore _store;
    private readonly SearchReport _report;

    internal LinkFlowFactory(ILinkClientStore store, SearchReport report)
    {
        _store = store;
        _report = report;
    }

    /// <summary>Makes a flow of a request: finds the client, and validates the redirect URI against what it registered.</summary>
    /// <param name="request">What the client asked for.</param>
    /// <param name="cancellationToken">Ends the search for the client.</param>
    /// <returns>
    /// The flow; without a target when the redirect URI was refused, which is logged with the reason. Null when the request
    /// names no client, or an unknown one, or when the store answers with another client than the request names.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public async ValueTask<LinkFlow?> CreateAsync(LinkFlowRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await FindClientAsync(request.ClientId, request.RedirectUri, cancellationToken).ConfigureAwait(false) is { } client ? Create(client, request) : null;
    }

    /// <summary>Makes the flow of a client that is known, without asking the store.</summary>
    internal LinkFlow Create(LinkClient client, LinkFlowRequest request)
    {
        LinkFlow flow = Create(client, request.RedirectUri, request.State, request.ResponseMode, request.ResponseType, request.UiLocales);
        return request.StartPath is { } start ? flow with { Start = RedirectTarget.ForStart(start) } : flow;
    }

    /// <summary>Finds the client that a request names; null, with a line in the log, when there is none.</summary>
    internal async ValueTask<LinkClient?> FindClientAsync(string? clientId, string? redirectUri, CancellationToken cancellationToken)
    {
        if ((clientId ?? redirectUri) is not { } name)
        {
            return null;
        }

        LinkClient? client = !CanBeRegistered(name) ? null
            : clientId is not null ? await _store.FindByIdAsync(clientId, cancellationToken).ConfigureAwait(false)
            : await _store.FindByRedirectUriAsync(name, cancellationToken).ConfigureAwait(false);
        if (client is null)
        {
            _report.ClientUnknown(clientId, redirectUri);
            return null;
        }

        if (!IsAskedFor(client, clientId, redirectUri))
        {
            _report.StoreAnsweredAnother(_store, client, clientId, redirectUri);
            return null;
        }

        return client;
    }

    /// <summary>Makes the flow of a client that was found by the request.</summary>
    internal LinkFlow Create(LinkClient client, string? redirectUri, string? state, string? responseMode, string? responseType, string? uiLocales)
    {
        RedirectTarget? target = Validate(client, redirectUri, state);
        return new LinkFlow
        {
            ClientId = client.ClientId,
            Target = target,
            State = state,
            ResponseMode = ResponseModes.Choose(responseMode, responseType, state, target),
            Dialect = client.Dialect,
            UiLocales = uiLocales,
        };
    }

    /// <summary>
    /// Whether there can be such a client at all (RFC 6749 appendix A.1). A store need not know what to do with a NUL or with
    /// half a character: a database throws, and whoever asks would fill the log.
    /// </summary>
    private static bool CanBeRegistered(string name) => ClientIdentifier.Check(name) is null;

    /// <summary>A store that compares by its own rules, as a database without case does, finds clients that nobody named.</summary>
    private static bool IsAskedFor(LinkClient client, string? clientId, string? redirectUri) => clientId is not null
        ? string.Equals(client.ClientId, clientId, StringComparison.Ordinal)
        : client.FindTarget(redirectUri) is not null;

    private RedirectTarget? Validate(LinkClient client, string? redirectUri, string? state)
    {
        if ((redirectUri is null ? client.OnlyTarget : client.FindTarget(redirectUri)) is not { } target)
        {
            _report.RedirectUriRefused(client, redirectUri, client.ExplainRefusal(redirectUri));
            return null;
        }

        // The state must return exactly as it came (RFC 6749 §4.1.2.1). Where that cannot be, the browser stays here.
        if (state is not null && (!IsWellFormed(state) || (state.Length > CertainStateLength && Uri.EscapeDataString(state).Length > MaximumStateLength)))
        {
            _report.StateNotEchoable(client, state);
            return null;
        }

        return target;
    }

    /// <summary>A lone surrogate has no UTF-8, so it could not be sent; U+FFFD is what is left of bytes that were no UTF-8.</summary>
    private static bool IsWellFormed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return true;
        }

        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}
