using System.Collections.Frozen;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Settings;

/// <summary>The options, validated and compiled for requests. Immutable; a reload makes a new one.</summary>
internal sealed class LinkErrorsSettings
{
    private readonly LinkErrorsEvents? _events;
    private readonly Type? _eventsType;
    private readonly LinkErrorWriteContext _writeContext;
    private readonly LinkErrorWriteContext _tokenWriteContext;
    private readonly Func<HttpContext, LinkErrorWriteContext, LinkErrorWriteContext>? _customize;

    public LinkErrorsSettings(LinkErrorsOptions options, LinkErrorDialectRegistry dialects, bool isDevelopment)
    {
        Dialect = dialects.Get(options.Dialect);
        FallbackTarget = options.FallbackRedirectUri is { } fallback ? RedirectTarget.ForFallback(fallback) : null;
        LoginRetryTarget = options.LoginPath is { } path ? RedirectTarget.ForLoginRetry(path) : null;
        ErrorUriBase = options.ErrorUriBase;
        LocalizeMessages = options.LocalizeMessages;
        IncludeDebugDetails = options.IncludeDebugDetails ?? isDevelopment;
        IncludeClientInTelemetry = options.IncludeClientInTelemetry;
        CatchAll = options.CatchAll;
        AnswerAtEndpoint = options.AnswerAtEndpoint;
        PreserveMethodOnRedirect = options.PreserveMethodOnRedirect;
        MaximumUrlLength = options.MaximumUrlLength;
        StateLifetime = options.StateLifetime;
        FlowTimeout = options.FlowTimeout;
        RedirectOnly = options.RedirectOnly.Count == 0 ? null : options.RedirectOnly.ToFrozenSet(StringComparer.Ordinal);
        ErrorPage = new ErrorPageSettings(options.ErrorPage);
        Mappings = options.Mappings;
        _events = options.Events;
        _eventsType = options.EventsType;
        _writeContext = options.CreateWriteContext();
        _tokenWriteContext = _writeContext with { IsTokenEndpoint = true };
        _customize = options.CustomizeWriteContext;

        // Plain dictionaries that nobody changes any more: to freeze a million entries takes seconds and makes no look-up faster.
        Dictionary<string, LinkClient> clientsById = new(options.Clients.Count, StringComparer.Ordinal);
        Dictionary<string, LinkClient> clientsByRedirectUri = new(options.Clients.Count, StringComparer.Ordinal);
        Dictionary<string, LinkClient> clientsByLoopbackUri = new(StringComparer.Ordinal);
        foreach ((string name, LinkClientOptions entry) in options.Clients)
        {
            LinkClient client = new(
                entry.ClientId ?? name, entry.RedirectUris, entry.Dialect, entry.AllowLoopbackPorts, entry.AllowInsecureSchemes, entry.AllowLocalhostPorts);
            clientsById.Add(client.ClientId, client);
            foreach (string? uri in client.Uris)
            {
                Index(clientsByRedirectUri, uri!, client);
                if (client.WithoutFreePort(uri!) is { } loopback)
                {
                    Index(clientsByLoopbackUri, loopback, client);
                }
            }
        }

        ClientsById = clientsById;
        ClientsByRedirectUri = clientsByRedirectUri;
        ClientsByLoopbackUri = clientsByLoopbackUri;
    }

    public LinkErrorDialect Dialect { get; }

    public RedirectTarget? FallbackTarget { get; }

    public RedirectTarget? LoginRetryTarget { get; }

    public string? ErrorUriBase { get; }

    public bool LocalizeMessages { get; }

    public bool IncludeDebugDetails { get; }

    public bool IncludeClientInTelemetry { get; }

    public bool CatchAll { get; }

    public bool AnswerAtEndpoint { get; }

    public bool PreserveMethodOnRedirect { get; }

    public int MaximumUrlLength { get; }

    public TimeSpan StateLifetime { get; }

    public TimeSpan FlowTimeout { get; }

    /// <summary>Null when every error may be redirected whose definition allows it.</summary>
    public FrozenSet<string>? RedirectOnly { get; }

    public ErrorPageSettings ErrorPage { get; }

    public ExceptionMappings Mappings { get; }

    public IReadOnlyDictionary<string, LinkClient> ClientsById { get; }

    public IReadOnlyDictionary<string, LinkClient> ClientsByRedirectUri { get; }

    public IReadOnlyDictionary<string, LinkClient> ClientsByLoopbackUri { get; }

    /// <summary>The event handlers of a request, a type from its services before an object from the options; null when there are none.</summary>
    /// <exception cref="InvalidOperationException">The type is not registered.</exception>
    public LinkErrorsEvents? FindEvents(HttpContext context) =>
        _eventsType is { } type ? (LinkErrorsEvents)context.RequestServices.GetRequiredService(type) : _events;

    /// <summary>What the service says of itself in one answer, see <see cref="LinkErrorsOptions.CustomizeWriteContext"/>.</summary>
    public LinkErrorWriteContext CreateWriteContext(HttpContext context, Endpoint? endpoint, bool isTokenEndpoint) =>
        Customize(context, endpoint, isTokenEndpoint ? _tokenWriteContext : _writeContext, _customize);

    /// <summary>The same for options that were not compiled.</summary>
    public static LinkErrorWriteContext CreateWriteContext(HttpContext context, LinkErrorsOptions options) =>
        Customize(context, context.FindEndpoint(), options.CreateWriteContext(), options.CustomizeWriteContext);

    private static LinkErrorWriteContext Customize(
        HttpContext context, Endpoint? endpoint, LinkErrorWriteContext ofAll, Func<HttpContext, LinkErrorWriteContext, LinkErrorWriteContext>? customize)
    {
        LinkErrorWriteContext ofEndpoint = ResourceMetadataAddress.Find(context, endpoint) is { } address ? ofAll with { ResourceMetadata = address } : ofAll;
        return customize is null ? ofEndpoint : customize(context, ofEndpoint)
            ?? throw new InvalidOperationException($"{nameof(LinkErrorsOptions)}.{nameof(LinkErrorsOptions.CustomizeWriteContext)} returned null. Return what it is given, or a changed copy of it.");
    }

    /// <summary>Of two clients with the same URI the first by identifier counts, so that the answer does not depend on order.</summary>
    private static void Index(Dictionary<string, LinkClient> index, string uri, LinkClient client)
    {
        if (!index.TryAdd(uri, client) && string.CompareOrdinal(client.ClientId, index[uri].ClientId) < 0)
        {
            index[uri] = client;
        }
    }
}
