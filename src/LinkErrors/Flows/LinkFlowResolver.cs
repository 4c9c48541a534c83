using Microsoft.AspNetCore.Http;

namespace LinkErrors.Flows;

/// <summary>
/// Asks the flow sources in order; the first answer counts. A source that fails or is too slow might have had one, so the
/// search ends there: nobody else's guess decides where the browser goes.
/// </summary>
internal sealed class LinkFlowResolver(
    IEnumerable<ILinkFlowSource> sources, ILinkClientStore store, LinkRequestReader requests, SearchReport report)
{
    private readonly ILinkFlowSource[] _sources = [.. sources];
    private readonly string _store = store.GetType().Name;

    /// <summary>Whether the clients are at hand, so that nobody waits for them.</summary>
    private readonly bool _isStoreOwn = store is ConfigurationLinkClientStore;

    /// <summary>Finds the flow of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="withForm">Whether the form of the request counts, see <see cref="RequestForm.CanMatter"/>.</param>
    /// <returns>The flow.</returns>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public async ValueTask<LinkFlow> ResolveAsync(HttpContext context, bool withForm)
    {
        SearchDeadline? deadline = null;
        RequestParameters? parameters = null;
        CancellationTokenSource? left = null;
        foreach (ILinkFlowSource source in _sources)
        {
            if (source is IRequestLinkFlowSource bySaying)
            {
                if (parameters is null)
                {
                    parameters = await requests.ReadAsync(context, withForm).ConfigureAwait(false);

                    // The time that a form took is its client's, who must not make a store look slow.
                    deadline = withForm ? null : deadline;
                }

                if (parameters is null)
                {
                    context.RequestAborted.ThrowIfCancellationRequested();
                    return LinkFlow.Indeterminate;
                }

                if (!bySaying.MayFind(parameters))
                {
                    continue;
                }
            }

            try
            {
                // Cancelled when a search has been left, and not before: what others register on it may fail, block, or end the request.
                ValueTask<LinkFlow?> search = IsAtHand(source)
                    ? Find(source, context, parameters, CancellationToken.None)
                    : AskAsync(source, context, parameters, deadline ??= requests.Begin(context), left ??= new CancellationTokenSource());
                if (await search.ConfigureAwait(false) is { } flow)
                {
                    report.Observer?.Note(new SearchNote(SearchReason.Answered) { Source = source.GetType().Name });
                    return flow;
                }
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or IOException) || !context.RequestAborted.IsCancellationRequested)
            {
                report.SourceFailed(source, _store, exception);
                return LinkFlow.Indeterminate;
            }
        }

        return LinkFlow.None;
    }

    /// <summary>Whether all that a source asks is in the memory of this process: there is nothing to wait for, and no need to look at the clock.</summary>
    private bool IsAtHand(ILinkFlowSource source) =>
        source is ApplicationLinkFlowSource || (_isStoreOwn && source is RequestLinkFlowSource or AuthenticationPropertiesLinkFlowSource);

    private async ValueTask<LinkFlow?> AskAsync(
        ILinkFlowSource source, HttpContext context, RequestParameters? parameters, SearchDeadline deadline, CancellationTokenSource left)
    {
        TimeSpan began = deadline.Elapsed;
        ValueTask<LinkFlow?> search = Find(source, context, parameters, left.Token);
        TimeSpan held = deadline.Elapsed - began;
        if (held > deadline.Timeout)
        {
            report.SourceBlocked(source, _store, held, deadline.Timeout);
        }

        if (search.IsCompleted)
        {
            return await search.ConfigureAwait(false);
        }

        Task<LinkFlow?> pending = search.AsTask();
        if (await deadline.WaitAsync(pending).ConfigureAwait(false))
        {
            return await pending.ConfigureAwait(false);
        }

        bool isClientGone = context.RequestAborted.IsCancellationRequested;
        _ = LookAfterAsync(source, left.CancelAsync(), isClientGone);
        _ = LookAfterAsync(source, pending, isClientGone);
        context.RequestAborted.ThrowIfCancellationRequested();
        report.SourceTooSlow(source, _store, deadline.Timeout);
        return LinkFlow.Indeterminate;
    }

    private static ValueTask<LinkFlow?> Find(ILinkFlowSource source, HttpContext context, RequestParameters? parameters, CancellationToken cancellationToken) =>
        source is IRequestLinkFlowSource bySaying && parameters is not null
            ? bySaying.FindAsync(parameters, cancellationToken)
            : source.FindAsync(context, cancellationToken);

    /// <summary>Nobody waits for it any more, but somebody has to look at how it ends. Where the client has left, its connections end so.</summary>
    private async Task LookAfterAsync(ILinkFlowSource source, Task left, bool isClientGone)
    {
        try
        {
            await left.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || (isClientGone && exception is IOException))
        {
            // As it was told.
        }
        catch (Exception exception)
        {
            report.SourceFailedLate(source, _store, exception);
        }
    }
}
