using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace LinkErrors.LoginTests.Applications;

/// <summary>An application with one handler and one client that begins flows there, with the library or without it.</summary>
internal sealed class LoginApplication : IAsyncDisposable
{
    public const string Target = "https://client.example/cb";
    public const string State = "a+b c&=%";

    /// <summary>Where it is said who is signed in.</summary>
    public const string DonePath = "/done";

    /// <summary>Where the link is made and the client hears of it.</summary>
    public const string LinkPath = "/link/made";

    /// <summary>Where it turns out that the account is somebody else's already.</summary>
    public const string TakenPath = "/link/taken";

    private readonly TestApp _app;
    private readonly LoginHandler _handler;
    private readonly LoginSettings _settings;

    private LoginApplication(TestApp app, LoginHandler handler, LoginSettings settings)
    {
        _app = app;
        _handler = handler;
        _settings = settings;
    }

    /// <summary>Where a login begins.</summary>
    public string Start => _handler.Start;

    /// <summary>Where a good login goes on to, until the next restart.</summary>
    public string Done
    {
        set => _settings.Done = value;
    }

    public Uri Address => _app.Client.BaseAddress!;

    public IReadOnlyList<LogEntry> Log => [.. _app.Log.Entries];

    /// <summary>Starts one.</summary>
    /// <param name="handler">Its handler.</param>
    /// <param name="provider">Where the provider is.</param>
    /// <param name="withLibrary">Whether it has the library.</param>
    /// <param name="schemes">The schemes that AddRemoteLoginErrors names.</param>
    public static async Task<LoginApplication> StartAsync(LoginHandler handler, Uri provider, bool withLibrary, IReadOnlyList<string> schemes)
    {
        LoginSettings settings = new() { HasLibrary = withLibrary };
        TestApp app = await TestApp.StartAsync(
            app =>
            {
                Map(app, settings);
                handler.Map?.Invoke(app);
            },
            [new("LinkErrors:Clients:web:RedirectUris:0", Target), new("LinkErrors:Clients:web:Dialect", "oauth")],
            builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                handler.Add(builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(), provider, settings);
                builder.Services.AddAuthorization();
                if (withLibrary && handler.Map is null)
                {
                    builder.Services.AddLinkErrors().AddRemoteLoginErrors([.. schemes]);
                }
            });
        return new LoginApplication(app, handler, settings);
    }

    /// <summary>Begins anew: the handler has new options, and knows nothing of the provider, as after a restart.</summary>
    public void Restart(TimeSpan timeout, Action<OpenIdConnectOptions>? configure)
    {
        _settings.Timeout = timeout;
        _settings.Configure = configure;
        _settings.Done = DonePath;
        _handler.Forget(_app.Services);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Map(WebApplication app, LoginSettings settings)
    {
        app.UseAuthentication();
        if (settings.HasLibrary)
        {
            app.UseLinkErrors();
        }

        RouteHandlerBuilder login = app.MapGet("/login", (string? prompt, string? hint) =>
        {
            AuthenticationProperties properties = new() { RedirectUri = settings.Done };
            properties.SetParameter(OpenIdConnectParameterNames.Prompt, prompt);
            properties.SetParameter(OpenIdConnectParameterNames.LoginHint, hint);
            if (settings.HasLibrary)
            {
                properties.SetLinkFlow(new LinkFlowRequest { ClientId = "web", RedirectUri = Target, State = State });
            }

            return Results.Challenge(properties, [LoginHandler.Scheme]);
        });
        RouteHandlerBuilder taken = app.MapGet(TakenPath, string () => throw new DuplicateConnectionException { Provider = "Acme" });
        RouteHandlerBuilder link = settings.HasLibrary ? app.MapGet(LinkPath, FinishAsync) : app.MapGet(LinkPath, () => "linked");
        if (settings.HasLibrary)
        {
            login.WithLinkErrors(LinkEndpointKind.Interactive);
            taken.WithLinkErrors(LinkEndpointKind.Interactive);
            link.WithLinkErrors(LinkEndpointKind.Interactive);
        }

        app.MapGet("/link/done", (HttpContext context) => Results.Redirect(settings.Done + context.Request.QueryString));
        app.MapGet("/signin", () => Results.Challenge(new AuthenticationProperties { RedirectUri = DonePath }, [LoginHandler.Scheme]));
        app.MapGet(DonePath, (HttpContext context) => context.User.Identity!.IsAuthenticated ? "linked" : "nobody");
        app.MapGet("/logout", () => Results.SignOut(new AuthenticationProperties { RedirectUri = DonePath }, [CookieAuthenticationDefaults.AuthenticationScheme, LoginHandler.Scheme]));
    }

    /// <summary>The link is made: the client gets its code and its state (RFC 6749 §4.1.2).</summary>
    private static async Task<IResult> FinishAsync(HttpContext context, string? state, ILinkStateProtector protector, LinkFlowFactory flows)
    {
        LinkFlow flow = (await flows.CreateAsync(protector.Unprotect(state), context.RequestAborted))!;
        return Results.Redirect(QueryHelpers.AddQueryString(flow.Target!.Uri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = "17", ["state"] = flow.State }));
    }
}
