using LinkErrors;
using LinkErrors.Dialects;

namespace Provider;

/// <summary>
/// A provider that stands in for the real one: an authorization server for OAuth and OpenID Connect with a consent page, and two ways to sign in by an API. It
/// answers its own errors with this library.
/// </summary>
internal static class ProviderApplication
{
    /// <summary>Where LinkService receives the browser; its port may differ, as it does in tests and behind proxies.</summary>
    private static readonly string[] Callbacks = ["http://127.0.0.1/signin-acme", "http://127.0.0.1/signin-acme-id"];

    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(ProviderApplication).Assembly.GetName().Name });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddSingleton<ProviderCodes>();
        builder.Services.AddSingleton<ProviderKey>();
        builder.Services.AddSingleton<ProviderSwitch>();
        builder.Services.AddLinkErrors(options =>
        {
            options.Dialect = LinkErrorDialects.OAuth.Name;
            LinkClientOptions client = new() { AllowLoopbackPorts = true };
            foreach (string callback in builder.Configuration.GetSection("Callbacks").Get<string[]>() ?? Callbacks)
            {
                client.RedirectUris.Add(callback);
            }

            options.Clients["link-service"] = client;
        });

        WebApplication app = builder.Build();
        app.UseLinkErrors();
        app.Use(app.Services.GetRequiredService<ProviderSwitch>().RunAsync);
        app.MapGet("/", ConsentPage.ShowSwitch);
        app.MapPost("/switch", (HttpRequest request, ProviderSwitch state) => state.Set(request.Form["mode"]));
        app.MapGet("/.well-known/openid-configuration", DiscoveryEndpoints.Describe);
        app.MapGet("/jwks", DiscoveryEndpoints.ListKeys);

        RouteGroupBuilder browser = app.MapGroup("").WithLinkErrors(LinkEndpointKind.Interactive);
        browser.MapGet("/authorize", AuthorizationEndpoints.AskAsync);
        browser.MapPost("/consent", AuthorizationEndpoints.DecideAsync);

        RouteGroupBuilder api = app.MapGroup("").WithLinkErrors(LinkEndpointKind.Api);
        api.MapPost("/token", TokenEndpoints.RedeemAsync);
        api.MapGet("/userinfo", TokenEndpoints.DescribeUser);

        // Problem details have every code by its own name.
        RouteGroupBuilder accounts = app.MapGroup("").WithLinkErrors(LinkEndpointKind.Api, LinkErrorDialects.ProblemDetails.Name);
        accounts.MapGet("/profile", TokenEndpoints.ReadProfile);
        accounts.MapPost("/password", AccountEndpoints.CheckPassword);
        accounts.MapPost("/email", AccountEndpoints.CheckEmail);
        return app;
    }
}
