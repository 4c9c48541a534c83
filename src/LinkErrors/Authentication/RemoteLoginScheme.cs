using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authentication;

namespace LinkErrors.Authentication;

/// <summary>A remote scheme as it is configured, and the way to the events that its handler uses for one request.</summary>
internal sealed record RemoteLoginScheme(RemoteAuthenticationOptions Options, Func<IAuthenticationHandler, RemoteAuthenticationEvents?> GetEvents)
{
    public static RemoteLoginScheme Create<TOptions>(TOptions options)
        where TOptions : RemoteAuthenticationOptions, new() =>
        new(options, static handler => handler is AuthenticationHandler<TOptions> known ? Protected<TOptions>.GetEvents(known) as RemoteAuthenticationEvents : null);

    /// <summary>
    /// The events of a handler are protected: what <c>EventsType</c> or the handler itself made is to be had nowhere else.
    /// An accessor of the compiler needs no reflection, and breaks only if a derived handler would break too.
    /// </summary>
    [SuppressMessage("Major Code Smell", "S3011", Justification = "A protected member is part of the contract.")]
    private static class Protected<TOptions>
        where TOptions : RemoteAuthenticationOptions, new()
    {
        [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Events")]
        public static extern object? GetEvents(AuthenticationHandler<TOptions> handler);
    }
}
