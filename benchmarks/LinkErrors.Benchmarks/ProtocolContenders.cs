using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LinkErrors.Benchmarks;

/// <summary>The error path of an authorization server of somebody else: the same request, the same refusal, the same five parameters and headers.</summary>
internal static class ProtocolContenders
{
    private const string Work = "authorization request refused, redirect";
    private const string Request = Contenders.Flow + "&response_type=code&scope=openid";

    public static IEnumerable<Contender> Create()
    {
        yield return Contenders.CreateHost(Work, "OpenIddict 7.8.0, degraded mode", "/authorize", Request, "text/html", isBaseline: true, AddOpenIddict, app =>
        {
            app.UseAuthentication();
            app.Run(static context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        });
        yield return Contenders.CreateHost(Work, "LinkErrors", "/authorize", Request, "text/html", isBaseline: false, Contenders.AddLinkErrors, app =>
        {
            app.UseLinkErrors();
            app.Run(static async _ =>
            {
                await Task.CompletedTask.ConfigureAwait(false);
                throw new AccessDeniedException();
            });
        });
    }

    private static void AddOpenIddict(IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddOpenIddict().AddServer(options =>
        {
            options.EnableDegradedMode()
                .SetAuthorizationEndpointUris("authorize")
                .SetTokenEndpointUris("token")
                .SetIssuer(new Uri("https://link.example/"))
                .AllowAuthorizationCodeFlow()
                .AddEphemeralEncryptionKey()
                .AddEphemeralSigningKey()
                .UseAspNetCore();
            options.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(static _ => ValueTask.CompletedTask));
            options.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(static _ => ValueTask.CompletedTask));
            options.AddEventHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(static context =>
            {
                context.Reject(OpenIddictConstants.Errors.AccessDenied, LinkErrorDefinitions.AccessDenied.Message);
                return ValueTask.CompletedTask;
            }));
        });
    }
}
