using System.Security.Claims;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Docs;

public static class RemoteLoginSample
{
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

    private static string Link(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true }
        ? throw new DuplicateConnectionException { Provider = "Acme" }
        : throw new LoginRequiredException();
}
