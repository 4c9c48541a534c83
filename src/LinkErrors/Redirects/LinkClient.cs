using System.Collections.Frozen;
using LinkErrors.Redirects;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Flows;

/// <summary>A registered client: who links, and where the browser may return to. Immutable.</summary>
public sealed class LinkClient
{
    /// <summary>Most clients have few URIs, and there may be a million clients: a list is searched, only a long one gets an index.</summary>
    private const int LongList = 16;

    /// <summary>One URI, which most clients have, is kept without a list around it.</summary>
    private readonly StringValues _redirectUris;
    private readonly FrozenSet<string>? _redirectUriIndex;

    /// <summary>Creates a client.</summary>
    /// <param name="clientId">The client identifier.</param>
    /// <param name="redirectUris">Where the browser may go; each must follow the rules of a redirect URI.</param>
    /// <param name="dialect">The name of the dialect that the client reads; null for the default.</param>
    /// <param name="allowLoopbackPorts">Whether the port of a registered loopback URI may differ (RFC 8252 §7.3).</param>
    /// <param name="allowInsecureSchemes">
    /// Whether <c>http</c> to other hosts than loopback, and private-use schemes without a dot, may be registered.
    /// </param>
    /// <param name="allowLocalhostPorts">Whether the port of a registered <c>http://localhost</c> may differ, which RFC 8252 §8.3 advises against.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="clientId"/> is empty or has a character that no client identifier has (RFC 6749 appendix A.1), or a redirect URI
    /// breaks a rule, which the message names.
    /// </exception>
    public LinkClient(
        string clientId,
        IEnumerable<string> redirectUris,
        string? dialect = null,
        bool allowLoopbackPorts = false,
        bool allowInsecureSchemes = false,
        bool allowLocalhostPorts = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        if (ClientIdentifier.Check(clientId) is { } fault)
        {
            throw new ArgumentException($"A client identifier cannot be registered: {fault}", nameof(clientId));
        }

        ArgumentNullException.ThrowIfNull(redirectUris);
        ClientId = clientId;
        Dialect = dialect;
        AllowLoopbackPorts = allowLoopbackPorts;
        AllowInsecureSchemes = allowInsecureSchemes;
        AllowLocalhostPorts = allowLocalhostPorts;
        string[] uris = [.. redirectUris];
        _redirectUris = uris is [var only] ? only : uris;
        _redirectUriIndex = uris.Length > LongList ? uris.ToFrozenSet(StringComparer.Ordinal) : null;
        foreach (string uri in uris)
        {
            if (RedirectUriGrammar.Check(uri, allowInsecureSchemes: allowInsecureSchemes) is { } refusal)
            {
                throw new ArgumentException($"The redirect URI '{uri}' of client '{clientId}' cannot be registered: {refusal.Explanation}", nameof(redirectUris));
            }
        }
    }

    /// <summary>The client identifier.</summary>
    public string ClientId { get; }

    /// <summary>The name of the dialect that the client reads; null for the default.</summary>
    public string? Dialect { get; }

    /// <summary>Whether the port of a registered <c>http://127.0.0.1</c> or <c>http://[::1]</c> may differ.</summary>
    public bool AllowLoopbackPorts { get; }

    /// <summary>Whether <c>http</c> to other hosts than loopback, and private-use schemes without a dot, may be registered.</summary>
    public bool AllowInsecureSchemes { get; }

    /// <summary>Whether the port of a registered <c>http://localhost</c> may differ.</summary>
    public bool AllowLocalhostPorts { get; }

    /// <summary>The registered URIs.</summary>
    public IReadOnlyList<string> RedirectUris => _redirectUris!;

    /// <summary>The same without an object of their own, for those who walk over all clients.</summary>
    internal StringValues Uris => _redirectUris;

    /// <summary>
    /// The target of a request that names none: the registered URI, if there is just one (RFC 6749 §3.1.2.3).
    /// </summary>
    internal RedirectTarget? OnlyTarget => _redirectUris is [{ } only] ? RedirectTarget.ForClient(only) : null;

    /// <summary>Answers whether the browser may be sent to a requested URI, and if not, why.</summary>
    /// <param name="requested">The URI of the request, letter for letter.</param>
    /// <returns>The target, or the reason of the refusal.</returns>
    public RedirectUriValidation Validate(string? requested) =>
        FindTarget(requested) is { } target ? RedirectUriValidation.Allow(target) : RedirectUriValidation.Refuse(ExplainRefusal(requested));

    /// <summary>The target of a requested URI; null when the browser may not be sent there.</summary>
    internal RedirectTarget? FindTarget(string? requested) =>
        !string.IsNullOrEmpty(requested) && (IsRegistered(requested) || (WithoutFreePort(requested) is { } loopback && HasLoopback(loopback)))
            ? RedirectTarget.ForClient(requested)
            : null;

    /// <summary>Why <see cref="FindTarget"/> found none.</summary>
    internal RedirectUriRefusal ExplainRefusal(string? requested) => string.IsNullOrEmpty(requested)
        ? new("missing", $"the request names no redirect URI, and client '{ClientId}' has {_redirectUris.Count} registered ones.")
        : RedirectUriGrammar.Check(requested, allowInsecureSchemes: true)
            ?? new(RedirectUriRefusal.Unregistered, $"it does not equal a registered redirect URI of client '{ClientId}' letter for letter (RFC 9700 section 2.1).");

    private bool IsRegistered(string requested)
    {
        if (_redirectUriIndex is not null)
        {
            return _redirectUriIndex.Contains(requested);
        }

        foreach (string? uri in _redirectUris)
        {
            if (string.Equals(uri, requested, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasLoopback(string loopback)
    {
        foreach (string? uri in _redirectUris)
        {
            if (string.Equals(WithoutFreePort(uri!), loopback, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A URI of which the port may differ for this client, without it. A store that finds clients by their redirect URI keeps it beside the URI.
    /// </summary>
    /// <param name="uri">A registered URI.</param>
    /// <returns>The URI without its port; null when the port counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="uri"/> is null.</exception>
    public string? WithoutFreePort(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return (AllowLocalhostPorts || AllowLoopbackPorts)
            && RedirectUriGrammar.TryFindLoopbackPort(uri, out _, out bool isLocalhost) && (isLocalhost ? AllowLocalhostPorts : AllowLoopbackPorts)
            ? WithoutLoopbackPort(uri)
            : null;
    }

    /// <summary>
    /// A URI of the loopback interface without its port. A store that finds no client by a requested URI looks for this among what
    /// <see cref="WithoutFreePort"/> gave (RFC 8252 §7.3).
    /// </summary>
    /// <param name="uri">The URI as the request has it.</param>
    /// <returns>The URI without its port; null when it is not of the loopback interface.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="uri"/> is null.</exception>
    public static string? WithoutLoopbackPort(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return RedirectUriGrammar.TryFindLoopbackPort(uri, out Range port, out _) ? string.Concat(uri.AsSpan(0, port.Start.Value), uri.AsSpan(port.End.Value)) : null;
    }
}
