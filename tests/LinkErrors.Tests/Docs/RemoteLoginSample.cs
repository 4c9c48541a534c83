using System.Collections.Concurrent;
using System.Security.Claims;
using LinkErrors;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Links;

public static class RemoteLoginSample
{
    // In a database: which account is linked, and the code by which its client asks for the link.
    private static readonly ConcurrentDictionary<string, string> Codes = new(StringComparer.Ordinal);

    public static void AddServices(IServiceCollection services)
    {
        services.AddLinkErrors().AddRemoteLoginErrors("acme").AddAuthorizationErrors().AddRateLimiterErrors();
        services.AddAuthorizationBuilder().AddPolicy("links", policy => policy.AddRequirements(new ScopeRequirement("links:read")));
        services.AddAuthentication("cookie").AddCookie("cookie").AddOAuth("acme", "Acme", options =>
        {
            options.ClientId = "my-service";
            options.ClientSecret = "from a safe place";
            options.CallbackPath = "/signin-acme";
            options.AuthorizationEndpoint = "https://acme.example/authorize";
            options.TokenEndpoint = "https://acme.example/token";
            options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "user_id");
            options.Events.OnCreatingTicket = context =>
            {
                context.RunClaimActions(context.TokenResponse.Response!.RootElement);
                return Task.CompletedTask;
            };
        });
    }

    public static void MapEndpoints(WebApplication app)
    {
        app.MapGet("/link/acme", (string client_id, string? redirect_uri, string? state) =>
        {
            AuthenticationProperties properties = new() { RedirectUri = "/link/done" };
            properties.SetLinkFlow(new LinkFlowRequest { ClientId = client_id, RedirectUri = redirect_uri, State = state });
            return Results.Challenge(properties, ["acme"]);
        }).WithLinkErrors(LinkEndpointKind.Interactive);

        // After a good login: the state leads to the client that began, for what is thrown here and for the code.
        app.MapGet("/link/done", async (HttpContext context, string? state, ILinkStateProtector protector, LinkFlowFactory flows) =>
        {
            LinkFlow? flow = await flows.CreateAsync(protector.Unprotect(state), context.RequestAborted);
            string code = Link(context.User);
            return flow?.Target is { } target
                ? Results.Redirect(QueryHelpers.AddQueryString(target.Uri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = flow.State }))
                : Results.Text("Linked. You can close this window.");
        }).WithLinkErrors(LinkEndpointKind.Interactive);

        app.MapGet("/links", () => Results.Ok()).WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization("links");
    }

    private static string Link(ClaimsPrincipal user)
    {
        string account = user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new LoginRequiredException();
        string code = Guid.NewGuid().ToString("N");
        return Codes.TryAdd(account, code) ? code : throw new DuplicateConnectionException { Provider = "Acme" };
    }
}
