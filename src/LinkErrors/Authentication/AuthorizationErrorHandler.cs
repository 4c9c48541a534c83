using LinkErrors.Handling;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Authentication;

/// <summary>
/// Answers refusals on link endpoints that code calls. The scheme speaks first, and what it says stays: this adds a body, and to a
/// challenge for a token what it lacks. Everything else, success included, is left to the handler that was registered: where a
/// browser navigates, the scheme's challenge leads to a login page.
/// </summary>
internal sealed class AuthorizationErrorHandler(IAuthorizationMiddlewareResultHandler inner, LinkErrorHandler handler)
    : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded || !IsApi(context)
            ? inner.HandleAsync(next, context, policy, authorizeResult)
            : RefuseAsync(next, context, policy, authorizeResult);

    private static bool IsApi(HttpContext context) =>
        LinkEndpoint.Read(context) is { IsLinkEndpoint: true } endpoint && endpoint.Kind switch
        {
            LinkEndpointKind.Api => true,
            LinkEndpointKind.Interactive => false,
            _ => !ClientPreferences.IsNavigation(context.Request),
        };

    private async Task RefuseAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        HttpResponse response = context.Response;
        StringValues cookies = response.Headers.SetCookie;
        if (!result.Challenged || await MaySpeakAsync(context, policy).ConfigureAwait(false))
        {
            await inner.HandleAsync(next, context, policy, result).ConfigureAwait(false);
        }

        if (IsAnswered(response))
        {
            return;
        }

        if (response.StatusCode is >= 300 and <= 399)
        {
            // Code cannot sign in on a page, so the cookies of a login that will not be go with the redirect.
            response.Headers.SetCookie = cookies;
        }

        LinkException exception = AuthorizationErrors.Create(context, policy, result);
        await handler.AnswerAsync(context, exception.Error, exception, keepsStatusHeaders: true).ConfigureAwait(false);
    }

    /// <summary>A status that is none of a refusal is the application's answer, even without a body. 200 is what nobody has set.</summary>
    private static bool IsAnswered(HttpResponse response) =>
        ResponseBody.HasBegun(response) || response.ContentType is not null || response.ContentLength is not null
        || response.StatusCode is not (StatusCodes.Status200OK or (>= 300 and <= 399) or StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden);

    /// <summary>A remote login would send code to a page of the provider, and may have to ask the provider first.</summary>
    private static async Task<bool> MaySpeakAsync(HttpContext context, AuthorizationPolicy policy)
    {
        IAuthenticationSchemeProvider schemes = context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        if (policy.AuthenticationSchemes.Count == 0)
        {
            return !IsRemote(await schemes.GetDefaultChallengeSchemeAsync().ConfigureAwait(false));
        }

        foreach (string name in policy.AuthenticationSchemes)
        {
            if (!IsRemote(await schemes.GetSchemeAsync(name).ConfigureAwait(false)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A handler that answers paths of its own is none yet: that of MCP serves metadata, and challenges with its address.</summary>
    private static bool IsRemote(AuthenticationScheme? scheme)
    {
        Type? type = scheme?.HandlerType;
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RemoteAuthenticationHandler<>)))
        {
            type = type.BaseType;
        }

        return type is not null;
    }
}
