using LinkErrors;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Links;

public static class OpenIddictServerSample
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddLinkErrors();
        services.AddOpenIddict().AddServer(options =>
        {
            options.EnableDegradedMode().AllowAuthorizationCodeFlow();
            options.SetAuthorizationEndpointUris("/connect/authorize").SetTokenEndpointUris("/connect/token");
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableStatusCodePagesIntegration();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(CheckClient));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(static _ => default));
        });
    }

    public static void MapEndpoints(WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/error");
        app.UseRouting();
        app.UseAuthentication();
        app.UseLinkErrors();
        app.MapGet("/connect/authorize", IResult () => throw new UserCancelledException { Provider = "Acme" }).WithLinkErrors(LinkEndpointKind.Interactive);

        // What OpenIddict cannot send to the client, it leaves to a status page: this one throws it.
        app.Map("/error", IResult (HttpContext context) => throw Read(context)).WithLinkErrors(LinkEndpointKind.Interactive);
    }

    private static LinkException Read(HttpContext context) => context.GetOpenIddictServerResponse() is { Error: { } error } response
        ? LinkErrorCatalog.Default.Resolve(error).CreateError().ToException(null, $"OpenIddict: {error}, {response.ErrorDescription}")
        : new NotFoundException($"Status {context.Response.StatusCode}");

    // With a database OpenIddict does this itself.
    private static ValueTask CheckClient(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != "web")
        {
            context.Reject("invalid_client", "The client is not known.");
        }
        else if (context.RedirectUri != "https://client.example/cb")
        {
            context.Reject("invalid_request", "The redirect URI is not registered.");
        }

        return default;
    }
}
