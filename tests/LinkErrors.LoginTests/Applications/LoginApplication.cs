using LinkErrors.Flows;
using LinkErrors.LoginTests.Provider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.LoginTests.Applications;

/// <summary>An application with one handler and one client that begins flows there, with the library or without it.</summary>
internal sealed class LoginApplication : IAsyncDisposable
{
    public const string Target = "https://client.example/cb";
    public const string State = "a+b c&=%";

    private readonly TestApp _app;
    private readonly LoginHandler _handler;
    private readonly LoginSettings _settings;

    private LoginApplication(TestApp app, LoginProvider provider, LoginHandler handler, LoginSettings settings)
    {
        _app = app;
        Provider = provider;
        _handler = handler;
        _settings = settings;
    }

    public LoginProvider Provider { get; }

    public Uri Address => _app.Client.BaseAddress!;

    public IReadOnlyList<LogEntry> Log => [.. _app.Log.Entries];

    public static async Task<LoginApplication> StartAsync(LoginHandler handler, LoginProvider provider, bool withLibrary)
    {
        LoginSettings settings = new();
        TestApp app = await TestApp.StartAsync(
            app => Map(app, withLibrary),
            [new("LinkErrors:Clients:web:RedirectUris:0", Target), new("LinkErrors:Clients:web:Dialect", "oauth")],
            builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                handler.Add(builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(), provider.Address, settings);
                builder.Services.AddAuthorization();
                if (withLibrary)
                {
                    builder.Services.AddLinkErrors().AddRemoteLoginErrors(LoginHandler.Scheme);
                }
            });
        return new LoginApplication(app, provider, handler, settings);
    }

    /// <summary>Begins anew: the provider behaves, and the handler knows nothing of it, as after a restart.</summary>
    public void Restart(ProviderBehavior behavior, TimeSpan timeout)
    {
        Provider.Behavior = behavior;
        _settings.Timeout = timeout;
        _handler.Forget(_app.Services);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Map(WebApplication app, bool withLibrary)
    {
        app.UseAuthentication();
        if (withLibrary)
        {
            app.UseLinkErrors();
        }

        RouteHandlerBuilder login = app.MapGet("/login", () =>
        {
            AuthenticationProperties properties = new() { RedirectUri = "/done" };
            if (withLibrary)
            {
                properties.SetLinkFlow(new LinkFlowRequest { ClientId = "web", RedirectUri = Target, State = State });
            }

            return Results.Challenge(properties, [LoginHandler.Scheme]);
        });
        if (withLibrary)
        {
            login.WithLinkErrors(LinkEndpointKind.Interactive);
        }

        app.MapGet("/signin", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/done" }, [LoginHandler.Scheme]));
        app.MapGet("/done", (HttpContext context) => context.User.Identity!.IsAuthenticated ? "linked" : "nobody");
        app.MapGet("/logout", () => Results.SignOut(new AuthenticationProperties { RedirectUri = "/done" }, [CookieAuthenticationDefaults.AuthenticationScheme, LoginHandler.Scheme]));
    }
}
