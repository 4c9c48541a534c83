using LinkErrors.Exceptions;

namespace LinkErrors.Flows;

/// <summary>
/// Carries a flow through the provider: the <c>state</c> that is sent there holds the flow, encrypted and signed with ASP.NET
/// Core Data Protection, so that any instance which shares the key ring can answer when the browser comes back.
/// </summary>
/// <remarks>
/// It says which flow a callback belongs to, not that this browser began it: keep a cookie or a session for that, as remote
/// authentication handlers do.
/// </remarks>
public interface ILinkStateProtector
{
    /// <summary>Makes the <c>state</c> for the provider.</summary>
    /// <param name="request">What the client asked for.</param>
    /// <returns>A text of URL-safe characters, good for <see cref="LinkErrorsOptions.StateLifetime"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ServerErrorException">The key ring cannot be read; the log has the cause.</exception>
    /// <exception cref="InvalidOperationException">AddDataProtection was not called.</exception>
    string Protect(LinkFlowRequest request);

    /// <summary>Reads a <c>state</c> that came back.</summary>
    /// <param name="state">The value of the callback's <c>state</c>; null when it has none.</param>
    /// <returns>What the client asked for; make a flow of it with <see cref="LinkFlowFactory"/>.</returns>
    /// <exception cref="CallbackStateMissingException"><paramref name="state"/> is null or empty.</exception>
    /// <exception cref="CallbackStateInvalidException">It was changed, or made by somebody else or for something else.</exception>
    /// <exception cref="SessionExpiredException">It is older than its lifetime.</exception>
    /// <exception cref="ServerErrorException">The key ring cannot be read; the log has the cause.</exception>
    /// <exception cref="InvalidOperationException">AddDataProtection was not called.</exception>
    LinkFlowRequest Unprotect(string? state);
}
