using System.Runtime.ExceptionServices;
using LinkErrors.Handling;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>
/// The net below a remote handler, for one callback: events that were overridden, or replaced after the options were made,
/// let the failure through as an exception. So do OnTicketReceived and the sign-in, which a handler leaves unguarded, and an
/// application that throws a link error of its own from an event.
/// </summary>
internal sealed class RemoteLoginHandler(
    IAuthenticationRequestHandler inner, HttpContext context, string scheme, RemoteAuthenticationOptions options, IAuthenticationSchemeProvider schemes, RemoteLoginResponder responder)
    : IAuthenticationRequestHandler
{
    public async Task<bool> HandleRequestAsync()
    {
        Exception thrown;
        try
        {
            return await inner.HandleRequestAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !HostException.IsSet(context, exception))
        {
            thrown = exception;
        }

        AuthenticationScheme found = (await schemes.GetSchemeAsync(scheme).ConfigureAwait(false))!;
        Exception failure = thrown is AuthenticationFailureException { InnerException: { } cause } ? cause : thrown;
        if (!await responder.TryRespondAsync(context, found, options, failure, properties: null).ConfigureAwait(false))
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        return true;
    }

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context) => inner.InitializeAsync(scheme, context);

    public Task<AuthenticateResult> AuthenticateAsync() => inner.AuthenticateAsync();

    public Task ChallengeAsync(AuthenticationProperties? properties) => inner.ChallengeAsync(properties);

    public Task ForbidAsync(AuthenticationProperties? properties) => inner.ForbidAsync(properties);
}
