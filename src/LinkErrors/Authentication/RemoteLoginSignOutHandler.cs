using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>A <see cref="RemoteLoginHandler"/> for a handler that also signs out, as that of OpenID Connect does.</summary>
internal sealed class RemoteLoginSignOutHandler(RemoteLoginHandler login, IAuthenticationSignOutHandler signOut)
    : IAuthenticationRequestHandler, IAuthenticationSignOutHandler
{
    public Task<bool> HandleRequestAsync() => login.HandleRequestAsync();

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context) => login.InitializeAsync(scheme, context);

    public Task<AuthenticateResult> AuthenticateAsync() => login.AuthenticateAsync();

    public Task ChallengeAsync(AuthenticationProperties? properties) => login.ChallengeAsync(properties);

    public Task ForbidAsync(AuthenticationProperties? properties) => login.ForbidAsync(properties);

    public Task SignOutAsync(AuthenticationProperties? properties) => signOut.SignOutAsync(properties);
}
