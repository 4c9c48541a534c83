using Microsoft.AspNetCore.Http;

namespace LinkErrors.Targets;

/// <summary>One way to find out which link flow a request belongs to. Asked only when there is an error.</summary>
internal interface ILinkFlowSource
{
    /// <summary>Looks for a flow.</summary>
    /// <returns>The flow; null to let the next source try.</returns>
    ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken);
}
