using LinkErrors.Handling;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>
/// Answers refusals on link endpoints that code calls. Everything else, success included, is left to the handler that was
/// registered: where a browser navigates, the scheme's challenge leads to a login page.
/// </summary>
internal sealed class AuthorizationErrorHandler(IAuthorizationMiddlewareResultHandler inner, LinkErrorHandler handler)
    : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !IsApi(context))
        {
            return inner.HandleAsync(next, context, policy, authorizeResult);
        }

        LinkException exception = AuthorizationErrors.Create(context, policy, authorizeResult);
        return handler.AnswerAsync(context, exception.Error, exception);
    }

    private static bool IsApi(HttpContext context) =>
        LinkEndpoint.Read(context) is { IsLinkEndpoint: true } endpoint && endpoint.Kind switch
        {
            LinkEndpointKind.Api => true,
            LinkEndpointKind.Interactive => false,
            _ => !ClientPreferences.IsNavigation(context.Request),
        };
}
