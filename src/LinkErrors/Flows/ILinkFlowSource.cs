using Microsoft.AspNetCore.Http;

namespace LinkErrors.Flows;

/// <summary>
/// One way to find out which link flow a request belongs to. The sources are asked in the order of their registration, and
/// only when there is an error; the first flow counts. One that throws, or takes too long, leads to a local answer. Only what
/// is asynchronous can be left when the time is up: one that blocks its thread keeps everybody waiting.
/// </summary>
/// <remarks>
/// Register it as a singleton, after <c>AddLinkErrors</c>: before it, it would be asked before <c>SetLinkFlow</c> counts. What it needs of
/// a scope, such as a <c>DbContext</c>, it takes from one of its own in each call
/// (<see cref="Microsoft.Extensions.DependencyInjection.IServiceScopeFactory"/>).
/// </remarks>
public interface ILinkFlowSource
{
    /// <summary>Looks for a flow.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">
    /// Cancelled after the search was left, because the client has gone or the time is up; the answer is under way then. Do not
    /// read the body with it: <c>ReadFormAsync</c> aborts the connection when its token is cancelled.
    /// </param>
    /// <returns>The flow; null to let the next source try.</returns>
    ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken);
}
