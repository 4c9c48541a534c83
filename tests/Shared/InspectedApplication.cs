using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Shared;

/// <summary>An application in Development that goes wrong in every way for which nothing is redirected, with its inspector.</summary>
public sealed class InspectedApplication : IAsyncDisposable
{
    private const string Cb = "redirect_uri=https://client.example/cb";

    /// <summary>Written in one place, the compiler would tell her.</summary>
    private static readonly string Misspelt = "oath";

    private TestApp _app = null!;

    private InspectedApplication()
    {
    }

    public static IReadOnlyList<InspectedCase> Cases { get; } =
    [
        new("nobody is named", "/link", "Not redirected: nobody knows who is linking: the request has neither client_id nor redirect_uri"),
        new("the client is not registered", "/link?client_id=nobody", "Not redirected: no client 'nobody' is registered."),
        new("no client has that URI", "/link?redirect_uri=https://other.example/cb", "Not redirected: the request names no client_id, and no client has registered its redirect URI https://other.example/cb."),
        new("a slash too many", $"/link?client_id=web&{Cb}/", "The registered one ends at character 26, where the requested one has '/'. They differ in a slash at the end, which counts."),
        new("another case", "/link?client_id=web&redirect_uri=https://client.example/CB", "Not redirected: client 'web' has not registered https://client.example/CB letter for letter (RFC 9700 section 2.1). They differ first at character 24: registered is 'c', requested is 'C'. They differ in upper and lower case only, which counts."),
        new("no TLS", "/link?client_id=web&redirect_uri=http://client.example/cb", "They differ first at character 5: registered is 's', requested is ':'. They differ in the scheme only."),
        new("a query more", $"/link?client_id=web&{Cb}%3Fuser%3D17", "The requested one has a query more. What a client wants back belongs into its state."),
        new("another port of the loopback", "/link?client_id=app&redirect_uri=http://127.0.0.1:4711/cb", "They differ in the port only: AllowLoopbackPorts (RFC 8252 section 7.3) is for that."),
        new("a rule is broken", $"/link?client_id=web&{Cb}%23top", "Not redirected: client 'web' may not be sent to https://client.example/cb#top. Rule fragment:"),
        new("which of two", "/link?client_id=two", "Not redirected: the request names no redirect_uri, and client 'two' has 2 registered ones, so that it must."),
        new("a client twice", "/link?client_id=web&client_id=two", "Not redirected: the parameter client_id is there more than once, so the request is ambiguous (RFC 6749 section 3.1)."),
        new("a request object", $"/link?client_id=web&{Cb}&request=e30.e30.", "Not redirected: the parameters are in a request object (RFC 9101)"),
        new("a state that is not ours any more", "/callback?code=4f1c9b2d77&state=le.tampered", "Not redirected: the protected state cannot be trusted."),
        new("a state that cannot return", $"/link?client_id=web&{Cb}&state=%FF%FE", "Not redirected: the state of client 'web' is too long or is no text, so that it cannot return as it came"),
        new("a source that fails", "/link?broken=1", "Not redirected: BrokenFlowSource failed, so nobody knows who is linking, and no place is safe."),
        new("an error in doubt", $"/doubtful?client_id=web&{Cb}", "Not redirected: callback_url_invalid is never redirected, since it puts the client or its redirect URI in doubt"),
        new("a code that stays", $"/cancelled?client_id=web&{Cb}", "Not redirected: RedirectOnly names the codes that may be redirected, and user_cancelled is not among them."),
        new("an endpoint for programs", $"/api?client_id=web&{Cb}", "Not redirected: the endpoint is marked Api, whose callers get JSON whatever target there is."),
        new("a script asks", $"/any?client_id=web&{Cb}", "Not redirected: Sec-Fetch-Mode: cors says that a script asks, and a script cannot follow a redirect to another origin.") { Header = ("Sec-Fetch-Mode", "cors") },
        new("a program asks", $"/any?client_id=web&{Cb}", "Not redirected: Accept: application/json prefers JSON, so a program asks") { Header = ("Accept", "application/json") },
        new("a browser that looks ahead", $"/link?client_id=web&{Cb}", "Not redirected: Sec-Purpose says that the browser asks ahead of a click") { Header = ("Sec-Purpose", "prefetch") },
        new("an event handler", $"/handled?client_id=web&{Cb}", "Answered by your event handler: it set IsHandled"),
        new("a dialect that is misspelt", $"/misspelt?client_id=web&{Cb}", "oauth of the settings: 'oath' is named, and no dialect of that name is registered."),
        new("all is well", $"/link?client_id=web&{Cb}&state=b7c1f0", "Sent to client 'web' at https://client.example/cb."),
    ];

    public IServiceProvider Services => _app.Services;

    public static async Task<InspectedApplication> StartAsync()
    {
        InspectedApplication application = new();
        application._app = await TestApp.StartAsync(
            Map,
            [
                new("LinkErrors:Dialect", "oauth"),
                new("LinkErrors:Clients:web:RedirectUris:0", "https://client.example/cb"),
                new("LinkErrors:Clients:two:RedirectUris:0", "https://client.example/one"),
                new("LinkErrors:Clients:two:RedirectUris:1", "https://client.example/two"),
                new("LinkErrors:Clients:app:RedirectUris:0", "http://127.0.0.1/cb"),
                new("LinkErrors:RedirectOnly:0", LinkErrorCodes.LinkTokenExpired),
                new("LinkErrors:RedirectOnly:1", LinkErrorCodes.CallbackUrlInvalid),
            ],
            builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                builder.Services.AddLinkErrors(options => options.Events = new LinkErrorsEvents
                {
                    OnResponding = responding =>
                    {
                        if (responding.HttpContext.Request.Path == "/handled")
                        {
                            responding.HandleResponse();
                        }

                        return Task.CompletedTask;
                    },
                });
                builder.Services.AddSingleton<ILinkFlowSource, BrokenFlowSource>();
            },
            environment: "Development");
        return application;
    }

    public string At(string path) => $"{_app.Client.BaseAddress!.ToString().TrimEnd('/')}{path}";

    /// <summary>Asks as a browser does that navigates.</summary>
    public async Task AskAsync(string path, (string Name, string Value)? header = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, At(path));
        request.Headers.Add("Accept", "text/html");
        if (header is { } more)
        {
            request.Headers.Remove(more.Name);
            request.Headers.TryAddWithoutValidation(more.Name, more.Value);
        }

        using HttpResponseMessage response = await _app.Client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<string> ReadAsync() => await _app.Client.GetStringAsync("/link-errors");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Map(WebApplication app)
    {
        app.UseLinkErrors();
        app.MapLinkErrorInspector();
        app.MapGet("/link", Expire).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/callback", Expire).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/handled", Expire).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/any", Expire).WithLinkErrors();
        app.MapGet("/api", Expire).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/misspelt", Expire).WithLinkErrors(LinkEndpointKind.Interactive, Misspelt);
        app.MapGet("/doubtful", string () => throw new CallbackUrlInvalidException()).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/cancelled", string () => throw new UserCancelledException()).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/said", string (string message) => throw new LinkError(LinkErrorDefinitions.ProviderError) { Message = message }.ToException(debugMessage: message)).WithLinkErrors(LinkEndpointKind.Interactive);
    }

    private static string Expire() => throw new LinkTokenExpiredException("token 17 expired at noon");

    /// <summary>Fails as a database does that is not there.</summary>
    private sealed class BrokenFlowSource : ILinkFlowSource
    {
        public ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken) =>
            context.Request.Query.ContainsKey("broken") ? throw new InvalidOperationException("There is no database.") : ValueTask.FromResult<LinkFlow?>(null);
    }
}
