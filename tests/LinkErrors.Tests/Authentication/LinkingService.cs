using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Authentication;

/// <summary>A service that links accounts with the framework's own AddOAuth, and one client that begins flows there.</summary>
internal static class LinkingService
{
    public const string Callback = "/signin-acme";
    public const string Target = "https://one.example/cb";
    public const string State = "a+b c&=%";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["LinkErrors:Clients:one:RedirectUris:0"] = Target,
        ["LinkErrors:Clients:one:RedirectUris:1"] = "https://one.example/other",
    };

    public static Task<TestApp> StartAsync(Uri provider, Action<OAuthOptions>? configure = null, Action<WebApplicationBuilder>? services = null) =>
        StartAsync(
            authentication => authentication.AddOAuth("acme", "Acme", options =>
            {
                options.ClientId = "service";
                options.ClientSecret = "secret";
                options.CallbackPath = Callback;
                options.AuthorizationEndpoint = new Uri(provider, "authorize").AbsoluteUri;
                options.TokenEndpoint = new Uri(provider, "token").AbsoluteUri;
                options.UserInformationEndpoint = new Uri(provider, "userinfo").AbsoluteUri;
                options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.None;
                options.Events.OnCreatingTicket = async context =>
                {
                    using HttpResponseMessage response = await context.Backchannel.GetAsync(context.Options.UserInformationEndpoint, context.HttpContext.RequestAborted);
                    response.EnsureSuccessStatusCode();
                };
                configure?.Invoke(options);
            }),
            services);

    public static Task<TestApp> StartAsync(Action<AuthenticationBuilder> schemes, Action<WebApplicationBuilder>? services = null) => TestApp.StartAsync(
        app =>
        {
            app.UseAuthentication();
            app.UseLinkErrors();
            app.MapGet("/login", (HttpContext context) => Results.Challenge(CreateProperties(context.Request.Query), ["acme"]))
                .WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/", () => "linked");

            // Where the link is made: here it is another user's already, or all is well.
            app.MapGet("/link/done", string () => throw new DuplicateConnectionException { Provider = "Acme" }).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/link/well", FinishAsync).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/session", async (HttpContext context) => (await context.AuthenticateAsync("cookie")).Properties?.GetLinkFlow() is null ? "no flow" : "flow");
        },
        Settings,
        builder =>
        {
            // In front of AddAuthentication on purpose: it is the order in which people write it.
            builder.Services.AddLinkErrors().AddRemoteLoginErrors("acme");
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            schemes(builder.Services.AddAuthentication("cookie").AddCookie("cookie"));
            services?.Invoke(builder);
        });

    public static Uri GetStart(TestApp app, string returnTo = "/") =>
        new(app.Client.BaseAddress!, $"login?client_id=one&redirect_uri={Uri.EscapeDataString(Target)}&state={Uri.EscapeDataString(State)}&return={Uri.EscapeDataString(returnTo)}");

    public static string Error(string code, string text) =>
        $"{Target}?error={code}&error_description={Uri.EscapeDataString(text)}&state={Uri.EscapeDataString(State)}";

    private static AuthenticationProperties CreateProperties(IQueryCollection query)
    {
        AuthenticationProperties properties = new() { RedirectUri = query["return"] };
        properties.SetLinkFlow(new LinkFlowRequest { ClientId = query["client_id"], RedirectUri = query["redirect_uri"], State = query["state"] });
        return properties;
    }

    private static async Task<IResult> FinishAsync(HttpContext context, string? state, ILinkStateProtector protector, LinkFlowFactory flows)
    {
        LinkFlow flow = (await flows.CreateAsync(protector.Unprotect(state), context.RequestAborted))!;
        return Results.Redirect(QueryHelpers.AddQueryString(flow.Target!.Uri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = "17", ["state"] = flow.State }));
    }
}
