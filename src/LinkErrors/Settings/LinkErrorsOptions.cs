using System.Diagnostics.CodeAnalysis;
using LinkErrors.Dialects;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;

namespace LinkErrors;

/// <summary>The settings of LinkErrors: the <c>LinkErrors</c> section of the configuration, and what only code can say.</summary>
public sealed class LinkErrorsOptions
{
    /// <summary>The configuration section that is bound: <c>LinkErrors</c>.</summary>
    public const string SectionName = "LinkErrors";

    /// <summary>The dialect of errors for which neither the endpoint nor the client names one.</summary>
    /// <value>The default is <c>oauth</c>.</value>
    public string Dialect { get; set; } = LinkErrorDialectNames.OAuth;

    /// <summary>
    /// Where the browser goes when the request has no valid target of its own, for example the error page of a front
    /// end: a redirect URI that may have a fragment, or a path of this site such as <c>/oops</c>.
    /// </summary>
    /// <value>The default is null: the error is shown by this service.</value>
    public string? FallbackRedirectUri { get; set; }

    /// <summary>
    /// A local path such as <c>/api/auth/login</c> where the browser goes, when the request has no valid target of its
    /// own, to show the message and try again. Used by dialects that have such a retry, as <c>centralauth</c> does.
    /// </summary>
    /// <value>The default is null.</value>
    public string? LoginPath { get; set; }

    /// <summary>
    /// The page that documents the errors: an error without a help URI of its own gets <c>{ErrorUriBase}#{code}</c>.
    /// </summary>
    /// <value>The default is null: errors point to the catalog where <c>MapLinkErrorCatalog</c> shows it, on the host that was asked.</value>
    public string? ErrorUriBase { get; set; }

    /// <summary>
    /// Whether challenges in which the library names an error say where people read more about it, as <c>error_uri</c> (RFC 6750 §3). One in
    /// which the scheme has named it stays as it is.
    /// </summary>
    /// <value>The default is false.</value>
    public bool ErrorUriInChallenges { get; set; }

    /// <summary>
    /// The issuer identifier of this service, sent as <c>iss</c> by the dialects <c>oauth</c>, <c>loop</c> and <c>problem-details</c> (RFC 9207). Set it together with
    /// <c>authorization_response_iss_parameter_supported</c> in the metadata of the authorization server, where it is the
    /// <c>issuer</c> letter for letter: a client that knows no issuer, or another one, may refuse the response (§2.4).
    /// </summary>
    /// <value>The default is null.</value>
    public string? Issuer { get; set; }

    /// <summary>The protection space that challenges name (RFC 9110 §11.5).</summary>
    /// <value>The default is <c>link</c>.</value>
    public string Realm { get; set; } = "link";

    /// <summary>
    /// The address of this service's protected resource metadata, such as
    /// <c>https://api.example.org/.well-known/oauth-protected-resource</c>. Challenges for an access token name it as
    /// <c>resource_metadata</c> (RFC 9728 §5.1), so that a client finds out where to get a token.
    /// </summary>
    /// <value>The default is null: challenges do not name it.</value>
    public string? ResourceMetadata { get; set; }

    /// <summary>
    /// The algorithms of DPoP proofs that this service takes, such as <c>ES256</c>. Challenges of the scheme <c>DPoP</c> name them as
    /// <c>algs</c> (RFC 9449 §7.1).
    /// </summary>
    /// <value>The default is empty: challenges do not name any.</value>
    public IList<string> DPoPAlgorithms { get; } = [];

    /// <summary>
    /// Says for one request what else the settings say for all: the issuer and the realm of a tenant, the metadata of a resource. It
    /// is given what the settings and the endpoint (<see cref="ILinkResourceMetadata"/>) say, and returns a changed copy. What
    /// the request's credentials and debug details are is not known yet, and cannot be changed. Set in code only.
    /// </summary>
    /// <value>The default is null: every request has the same.</value>
    /// <example>
    /// <code>
    /// options.CustomizeWriteContext = (context, ofAll) =>
    ///     context.Request.RouteValues["tenant"] is string name &amp;&amp; tenants.TryGetValue(name, out Tenant? tenant) ? ofAll with { Issuer = tenant.Issuer } : ofAll;
    /// </code>
    /// </example>
    public Func<HttpContext, LinkErrorWriteContext, LinkErrorWriteContext>? CustomizeWriteContext { get; set; }

    /// <summary>
    /// Whether the message of an error follows the language of the person who is linking (<c>ui_locales</c>, then request localization, then
    /// <c>Accept-Language</c>) where the dialect has a field that people read: <c>title</c> and <c>message</c> of orcidlink, <c>message</c> and
    /// <c>error_message</c> of centralauth, <c>error</c> of junction. It is the text of the error page. A message that was set on the
    /// error stays, and so does <c>error_description</c>, which is ASCII and for developers (RFC 6749 §4.1.2.1).
    /// </summary>
    /// <value>The default is false: the messages of the catalog, in English.</value>
    public bool LocalizeMessages { get; set; }

    /// <summary>
    /// Whether bodies carry the type, message and stack of the exception. Never switch it on where strangers can look.
    /// </summary>
    /// <value>The default is null: only in the Development environment.</value>
    public bool? IncludeDebugDetails { get; set; }

    /// <summary>
    /// Whether the counter <c>linkerrors.responses</c> and traces name the client, as <c>linkerrors.client</c>. Only registered clients are
    /// named, never what a request says; still there is a time series for each, so switch it on where there are few.
    /// </summary>
    /// <value>The default is false.</value>
    public bool IncludeClientInTelemetry { get; set; }

    /// <summary>
    /// Whether unexpected exceptions are answered on every endpoint, not only on those with link error metadata.
    /// </summary>
    /// <value>The default is false.</value>
    public bool CatchAll { get; set; }

    /// <summary>
    /// Whether the link exceptions of link endpoints are answered where they are thrown, minimal APIs by <c>WithLinkErrors</c> and controllers by
    /// <see cref="LinkErrorsBuilder.AddMvcErrors"/>, instead of by the middleware: an exception that passes many middlewares is thrown
    /// again by each, which costs more than the answer. Nobody outside of the endpoint sees these exceptions any more, nor do the
    /// exception filters of MVC; they see the answer and its status. All other exceptions go their usual way. Endpoints may say otherwise. It
    /// is read when the endpoints are built: a change holds after a restart.
    /// </summary>
    /// <value>The default is false.</value>
    public bool AnswerAtEndpoint { get; set; }

    /// <summary>
    /// Whether a dialect's 307 also answers methods other than GET and HEAD, so that the browser sends the body of the
    /// request, credentials included, to the target. RFC 9700 §4.12 forbids it; such requests get 303 otherwise.
    /// </summary>
    /// <value>The default is false.</value>
    public bool PreserveMethodOnRedirect { get; set; }

    /// <summary>
    /// The length in characters up to which a redirect URL may grow before its message is shortened. Where the rest, such as a long state, is
    /// over it by itself, the message keeps 256 characters with its name.
    /// </summary>
    /// <value>The default is 2048. The least is 256.</value>
    public int MaximumUrlLength { get; set; } = 2048;

    /// <summary>How long a state of <see cref="Flows.ILinkStateProtector"/> is good.</summary>
    /// <value>The default is 15 minutes. It is more than zero.</value>
    public TimeSpan StateLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long the search for the flow of an error may take: a form to arrive, and then the client store to answer. After that
    /// the error is answered here, without a redirect. It bounds what is asynchronous: code that blocks its thread cannot be left.
    /// </summary>
    /// <value>The default is 2 seconds. It is more than zero.</value>
    public TimeSpan FlowTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The canonical codes that may be sent to a client's redirect URI, for services whose clients register themselves
    /// (RFC 9700 §4.11.2); all other errors stay here. <see cref="SafeErrorCodes"/> is a good list.
    /// </summary>
    /// <value>The default is empty: every error whose definition allows it is redirected.</value>
    public IList<string> RedirectOnly { get; } = [];

    /// <summary>
    /// Errors that only come up after the user was involved or that prompt=none asks for, so that no one can use them to
    /// turn this service into a redirector.
    /// </summary>
    public static IReadOnlyList<string> SafeErrorCodes { get; } =
        [.. LinkErrorCatalog.Default.Where(definition => definition.IsSafeToRedirect).Select(definition => definition.Code)];

    /// <summary>
    /// The clients, by their identifier, or by any name when they have a <see cref="LinkClientOptions.ClientId"/>, and where the
    /// browser may go for each of them.
    /// </summary>
    /// <value>The default is empty.</value>
    public IDictionary<string, LinkClientOptions> Clients { get; } = new Dictionary<string, LinkClientOptions>(StringComparer.Ordinal);

    /// <summary>The page that people see when there is nowhere safe to send the browser.</summary>
    /// <value>The default names no product and loads nothing.</value>
    public LinkErrorPageOptions ErrorPage { get; } = new();

    /// <summary>What the application does on the way from an error to its answer.</summary>
    /// <value>The default is null: nothing.</value>
    public LinkErrorsEvents? Events { get; set; }

    /// <summary>
    /// The type of the events, taken from the services of the request; it goes before <see cref="Events"/>. It is set by
    /// <see cref="LinkErrorsBuilder.AddEvents{TEvents}"/>, which registers it too.
    /// </summary>
    /// <value>The default is null.</value>
    public Type? EventsType { get; set; }

    internal ExceptionMappings Mappings { get; } = new();

    internal LinkErrorWriteContext CreateWriteContext() => new()
    {
        Issuer = Issuer,
        Realm = Realm,
        ResourceMetadata = ResourceMetadata,
        ErrorUriInChallenges = ErrorUriInChallenges,
        DPoPAlgorithms = DPoPAlgorithms.Count == 0 ? null : string.Join(' ', DPoPAlgorithms),
    };

    /// <summary>Maps an exception type, and the types derived from it that have no mapping of their own, to an error.</summary>
    /// <typeparam name="TException">The type.</typeparam>
    /// <param name="map">Makes the error; null leaves the exception to the host.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException"><typeparamref name="TException"/> is a link exception, which carries its own error.</exception>
    public LinkErrorsOptions Map<TException>(Func<TException, LinkError?> map)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(map);
        if (typeof(TException).IsAssignableTo(typeof(LinkException)))
        {
            throw new ArgumentException(
                $"'{typeof(TException)}' is a link exception, which carries its own error, so that a mapping would never be asked. "
                + $"Give the exception another error where it is thrown, or change it in {nameof(LinkErrorsEvents)}.{nameof(LinkErrorsEvents.OnMappingException)}.",
                nameof(map));
        }

        Mappings.Set(typeof(TException), exception => map((TException)exception));
        return this;
    }

    /// <summary>Maps an exception type, and the types derived from it that have no mapping of their own, to a definition.</summary>
    /// <typeparam name="TException">The type.</typeparam>
    /// <param name="definition">The definition whose texts are sent.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    /// <exception cref="ArgumentException"><typeparamref name="TException"/> is a link exception, which carries its own error.</exception>
    [SuppressMessage("Design", "CA1062", Justification = "The LinkError constructor checks the argument.")]
    public LinkErrorsOptions Map<TException>(LinkErrorDefinition definition)
        where TException : Exception
    {
        LinkError error = new(definition);
        return Map<TException>(_ => error);
    }
}
