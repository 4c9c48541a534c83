using System.Security.Claims;
using LinkErrors.Handling;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>
/// Answers what fails when a remote login or its end begins, before the browser has left: metadata that cannot be read, a
/// pushed request that is refused. A task that did not fail is handed on as it is.
/// </summary>
internal sealed class RemoteLoginService(
    IAuthenticationService inner, IAuthenticationSchemeProvider schemes, RemoteLoginSchemes remote, RemoteLoginResponder responder)
    : IAuthenticationService
{
    public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme) => inner.AuthenticateAsync(context, scheme);

    public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties)
    {
        Task challenge = inner.ChallengeAsync(context, scheme, properties);
        return challenge.IsCompletedSuccessfully ? challenge : WatchAsync(challenge, context, scheme, properties, schemes.GetDefaultChallengeSchemeAsync);
    }

    public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => inner.ForbidAsync(context, scheme, properties);

    public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) =>
        inner.SignInAsync(context, scheme, principal, properties);

    public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties)
    {
        Task signOut = inner.SignOutAsync(context, scheme, properties);
        return signOut.IsCompletedSuccessfully ? signOut : WatchAsync(signOut, context, scheme, properties, schemes.GetDefaultSignOutSchemeAsync);
    }

    private async Task WatchAsync(Task beginning, HttpContext context, string? name, AuthenticationProperties? properties, Func<Task<AuthenticationScheme?>> findDefault)
    {
        try
        {
            await beginning.ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !HostException.IsSet(context, exception))
        {
            AuthenticationScheme? scheme = await (name is null ? findDefault() : schemes.GetSchemeAsync(name)).ConfigureAwait(false);
            if (scheme is null || remote.Find(scheme.Name) is null
                || !await responder.TryRespondToBeginningAsync(context, scheme, exception, properties).ConfigureAwait(false))
            {
                throw;
            }
        }
    }
}
