using LinkErrors.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Targets;

/// <summary>Asks the flow sources in order. The first answer counts; a source that fails counts as having none.</summary>
internal sealed class LinkFlowResolver(IEnumerable<ILinkFlowSource> sources, ILogger<LinkFlowResolver> logger)
{
    private static readonly LinkFlow NoFlow = new();

    private readonly ILinkFlowSource[] _sources = [.. sources];

    public async ValueTask<LinkFlow> ResolveAsync(HttpContext context)
    {
        foreach (ILinkFlowSource source in _sources)
        {
            try
            {
                if (await source.FindAsync(context, context.RequestAborted).ConfigureAwait(false) is { } flow)
                {
                    return flow;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
            {
                LinkErrorsLog.FlowSourceFailed(logger, source.GetType().Name, exception);
            }
        }

        return NoFlow;
    }
}
