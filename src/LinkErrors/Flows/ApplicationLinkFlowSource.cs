using Microsoft.AspNetCore.Http;

namespace LinkErrors.Flows;

/// <summary>The flow that the application set on this request, for example after it read its link token.</summary>
internal sealed class ApplicationLinkFlowSource : ILinkFlowSource
{
    public ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.GetLinkFlow());
}
