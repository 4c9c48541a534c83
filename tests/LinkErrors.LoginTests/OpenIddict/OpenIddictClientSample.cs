using LinkErrors;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using static OpenIddict.Client.OpenIddictClientEvents;

namespace Links;

public static class OpenIddictClientSample
{
    public static void AddServices(IServiceCollection services, OpenIddictClientRegistration registration)
    {
        services.AddLinkErrors();
        services.AddOpenIddict().AddClient(options =>
        {
            options.AllowAuthorizationCodeFlow().DisableTokenStorage();
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.UseAspNetCore().EnableRedirectionEndpointPassthrough().EnableErrorPassthrough();
            options.UseSystemNetHttp();
            options.AddRegistration(registration);

            // A login that fails when it begins is not passed through: metadata that cannot be read, a pushed request that is refused.
            options.AddEventHandler<ProcessErrorContext>(handler => handler.SetOrder(int.MinValue).UseInlineHandler(context =>
                context.EndpointType == OpenIddictClientEndpointType.Unknown ? throw ReadBeginning(context) : default));
        });
    }

    public static void MapEndpoints(WebApplication app)
    {
        app.MapGet("/link/acme", StartAsync).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapMethods("/signin-acme", [HttpMethods.Get, HttpMethods.Post], FinishAsync).WithLinkErrors(LinkEndpointKind.Interactive);
    }

    private static async Task<IResult> StartAsync(HttpContext context, string client_id, string? redirect_uri, string? state, LinkFlowFactory flows)
    {
        LinkFlowRequest request = new() { ClientId = client_id, RedirectUri = redirect_uri, State = state };
        context.SetLinkFlow(await flows.CreateAsync(request, context.RequestAborted));
        AuthenticationProperties properties = new() { RedirectUri = "/link/done" };
        properties.SetLinkFlow(request);
        return Results.Challenge(properties, ["acme"]);
    }

    // The success and every failure come here: both are passed through.
    private static async Task<IResult> FinishAsync(HttpContext context, ILinkStateProtector protector)
    {
        OpenIddictClientTransaction transaction = context.Features.Get<OpenIddictClientAspNetCoreFeature>()!.Transaction!;
        ProcessAuthenticationContext? login = transaction.GetProperty<ProcessAuthenticationContext>(typeof(ProcessAuthenticationContext).FullName!);
        context.Features.Set(new AuthenticationProperties(login?.Properties ?? []));
        if (transaction.Response?.Error is { } error)
        {
            throw Read(transaction, login, error).CreateError(("provider", "Acme")).ToException(null, $"OpenIddict: {error}, {transaction.Response.ErrorDescription}");
        }

        AuthenticateResult result = await context.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
        string done = result.Properties!.RedirectUri!;
        if (result.Properties.GetLinkFlow() is { } flow)
        {
            done = QueryHelpers.AddQueryString(done, "state", protector.Protect(flow));
        }

        return Results.SignIn(result.Principal!, new AuthenticationProperties { RedirectUri = done });
    }

    private static LinkException ReadBeginning(ProcessErrorContext context) =>
        (context.Error == "server_error" ? LinkErrorDefinitions.ProviderApiError : LinkErrorDefinitions.ProviderError)
            .CreateError(("provider", "Acme")).ToException(null, $"OpenIddict: {context.Error}, {context.ErrorDescription}");

    private static LinkErrorDefinition Read(OpenIddictClientTransaction transaction, ProcessAuthenticationContext? login, string error) => (string?)transaction.Request?["error"] switch
    {
        // Without an error in the request it is one of OpenIddict: of the request before it asks for a token, of the answer afterwards.
        null when login?.StateTokenPrincipal is null => LinkErrorDefinitions.CallbackStateInvalid,
        null when error == "server_error" => LinkErrorDefinitions.ProviderApiError,
        null when login.TokenRequest is null => transaction.Request?.Code is null ? LinkErrorDefinitions.CallbackCodeMissing : LinkErrorDefinitions.CallbackStateInvalid,
        null => error is "invalid_grant" or "invalid_client" or "unauthorized_client" ? LinkErrorDefinitions.ProviderError : LinkErrorDefinitions.ProviderApiError,
        "access_denied" => LinkErrorDefinitions.AccessDenied,

        // These tell of the login itself; a silent one depends on them.
        ("login_required" or "interaction_required" or "consent_required" or "account_selection_required" or "unmet_authentication_requirements"
            or "temporarily_unavailable" or "invalid_scope") and var said => LinkErrorCatalog.Default.Resolve(said),
        "server_error" => LinkErrorDefinitions.ProviderApiError,
        _ => LinkErrorDefinitions.ProviderError,
    };
}
