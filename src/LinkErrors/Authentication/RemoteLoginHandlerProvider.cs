using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>
/// Gives out the handlers of another provider. Only on the callback path of a remote scheme it reaches in: for events that
/// no options know, and to put a <see cref="RemoteLoginHandler"/> around the handler.
/// </summary>
internal sealed class RemoteLoginHandlerProvider(
    IAuthenticationHandlerProvider inner, IAuthenticationSchemeProvider schemes, RemoteLoginSchemes remote, RemoteLoginResponder responder)
    : IAuthenticationHandlerProvider
{
    public Task<IAuthenticationHandler?> GetHandlerAsync(HttpContext context, string authenticationScheme)
    {
        Task<IAuthenticationHandler?> search = inner.GetHandlerAsync(context, authenticationScheme);

        // A remote scheme is known once its handler is there; every other request gets the same task back.
        return search.IsCompletedSuccessfully && FindCallback(context, authenticationScheme) is null
            ? search
            : WrapAsync(search, context, authenticationScheme);
    }

    private async Task<IAuthenticationHandler?> WrapAsync(Task<IAuthenticationHandler?> search, HttpContext context, string name)
    {
        IAuthenticationHandler? handler = await search.ConfigureAwait(false);
        if (FindCallback(context, name) is not { } scheme || handler is not IAuthenticationRequestHandler request || handler is IAuthenticationSignInHandler)
        {
            return handler;
        }

        if (RemoteLoginScheme.FindEvents(handler) is { } own)
        {
            RemoteLoginEvents.Attach(own);
        }

        RemoteLoginHandler login = new(request, context, name, scheme.Options, schemes, responder);
        return handler is IAuthenticationSignOutHandler signOut ? new RemoteLoginSignOutHandler(login, signOut) : login;
    }

    private RemoteLoginScheme? FindCallback(HttpContext context, string name) =>
        remote.Find(name) is { } scheme && scheme.Options.CallbackPath == context.Request.Path ? scheme : null;
}
