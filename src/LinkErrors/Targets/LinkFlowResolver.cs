using LinkErrors.Diagnostics;
using LinkErrors.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Targets;

/// <summary>
/// Asks the flow sources in order; the first answer counts. A source that fails or is too slow might have had one, so the
/// search ends there: nobody else's guess decides where the browser goes.
/// </summary>
internal sealed class LinkFlowResolver(
    IEnumerable<ILinkFlowSource> sources, LinkErrorsSettingsSource settings, TimeProvider time, ILogger<LinkFlowResolver> logger)
{
    private readonly ILinkFlowSource[] _sources = [.. sources];

    public async ValueTask<LinkFlow> ResolveAsync(HttpContext context)
    {
        TimeSpan timeout = settings.Current.FlowTimeout;
        using CancellationTokenSource timer = new(timeout, time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, context.RequestAborted);
        foreach (ILinkFlowSource source in _sources)
        {
            try
            {
                ValueTask<LinkFlow?> search = source.FindAsync(context, both.Token);
                LinkFlow? flow = search.IsCompletedSuccessfully
                    ? search.Result
                    : await search.AsTask().WaitAsync(both.Token).ConfigureAwait(false);
                if (flow is not null)
                {
                    return flow;
                }
            }
            catch (OperationCanceledException) when (timer.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
            {
                LinkErrorsLog.FlowSourceTooSlow(logger, source.GetType().Name, timeout);
                return LinkFlow.Indeterminate;
            }
            catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
            {
                // The client's doing, so it must not fill the log with stacks.
                LinkErrorsLog.RequestUnreadable(logger, source.GetType().Name, LogText.Escape(exception.Message));
                return LinkFlow.Indeterminate;
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or IOException) || !context.RequestAborted.IsCancellationRequested)
            {
                LinkErrorsLog.FlowSourceFailed(logger, source.GetType().Name, exception);
                return LinkFlow.Indeterminate;
            }
        }

        return LinkFlow.None;
    }
}
