using Microsoft.AspNetCore.Http;

namespace LinkErrors.Targets;

/// <summary>
/// One way to find out which link flow a request belongs to. The sources are asked in the order of their registration, and
/// only when there is an error; the first flow counts. One that throws, or takes too long, leads to a local answer.
/// </summary>
public interface ILinkFlowSource
{
    /// <summary>Looks for a flow.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Ends the search, when the client has left or the time is up.</param>
    /// <returns>The flow; null to let the next source try.</returns>
    ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken);
}
