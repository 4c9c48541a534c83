using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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

        app.MapGet("/links", () => Results.Ok()).WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization("links");
    }
}
