using System.Diagnostics.Metrics;
using LinkErrors.Diagnostics;
using LinkErrors.Exceptions;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Flows;

/// <summary>What comes between a request and its target. Each is a line in the log and a count by its reason, said here alone.</summary>
internal sealed class SearchReport(IMeterFactory meters, ILogger<SearchReport> logger)
{
    public const string RefusalsName = "linkerrors.refusals";
    public const string ReasonTag = "linkerrors.reason";

    private readonly Counter<long> _refusals =
        LinkErrorsMeter.Create(meters).CreateCounter<long>(RefusalsName, "{refusal}", "Requests that got no target, by the reason.");

    /// <summary>Every reason there is: the values of <see cref="ReasonTag"/>.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
    [
        SearchReason.ClientUnknown, SearchReason.UriUnregistered, SearchReason.StateRefused, SearchReason.SourceFailed, SearchReason.SourceTooSlow, SearchReason.StoreAnsweredAnother,
        SearchReason.StateNotEchoable, SearchReason.RequestUnreadable,
    ];

    /// <summary>Who is told beside the log and the metrics; null for nobody.</summary>
    public ISearchObserver? Observer { get; set; }

    public void ClientUnknown(string? clientId, string? redirectUri)
    {
        Count(SearchReason.ClientUnknown);
        Observer?.Note(new SearchNote(SearchReason.ClientUnknown) { ClientId = clientId, RedirectUri = redirectUri });
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.ClientUnknown(logger, LogText.Escape(clientId), LogText.Escape(redirectUri));
        }
    }

    public void StoreAnsweredAnother(ILinkClientStore store, LinkClient answered, string? clientId, string? redirectUri)
    {
        Count(SearchReason.StoreAnsweredAnother);
        Observer?.Note(new SearchNote(SearchReason.StoreAnsweredAnother) { Source = store.GetType().Name, Client = answered, ClientId = clientId, RedirectUri = redirectUri });
        LinkErrorsLog.StoreAnsweredAnother(
            logger, store.GetType().Name, LogText.Escape(answered.ClientId), LogText.Escape(clientId), LogText.Escape(redirectUri));
    }

    public void RedirectUriRefused(LinkClient client, string? redirectUri, RedirectUriRefusal refusal)
    {
        Count(SearchReason.UriUnregistered);
        Observer?.Note(new SearchNote(SearchReason.UriUnregistered) { Client = client, RedirectUri = redirectUri, Refusal = refusal });
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.RedirectUriRefused(logger, LogText.Escape(redirectUri), LogText.Escape(client.ClientId), LogText.Escape(refusal.ToString()));
        }
    }

    public void StateNotEchoable(LinkClient client, string state)
    {
        Count(SearchReason.StateNotEchoable);
        Observer?.Note(new SearchNote(SearchReason.StateNotEchoable) { Client = client });
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.StateNotEchoable(logger, LogText.Escape(client.ClientId), state.Length);
        }
    }

    public void StateRefused(LinkException exception)
    {
        string reason = exception is ServerErrorException ? SearchReason.SourceFailed : SearchReason.StateRefused;
        Count(reason);
        Observer?.Note(new SearchNote(reason) { Detail = $"{exception.Code}: {exception.DebugMessage}" });
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.StateRefused(logger, exception.Code, LogText.Escape(exception.DebugMessage));
        }
    }

    /// <summary>The client's doing, so it must not fill the log with stacks.</summary>
    public void RequestUnreadable(string reason)
    {
        Count(SearchReason.RequestUnreadable);
        Observer?.Note(new SearchNote(SearchReason.RequestUnreadable) { Detail = reason });
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.RequestUnreadable(logger, LogText.Escape(reason));
        }
    }

    public void SourceFailed(ILinkFlowSource source, string store, Exception exception)
    {
        Count(SearchReason.SourceFailed);
        Observer?.Note(new SearchNote(SearchReason.SourceFailed) { Source = source.GetType().Name, Detail = $"{store}, {exception.GetType().Name}: {exception.Message}" });
        LinkErrorsLog.FlowSourceFailed(logger, source.GetType().Name, store, exception);
    }

    public void SourceTooSlow(ILinkFlowSource source, string store, TimeSpan timeout)
    {
        Count(SearchReason.SourceTooSlow);
        Observer?.Note(new SearchNote(SearchReason.SourceTooSlow) { Source = source.GetType().Name, Detail = $"{store}, {timeout}" });
        LinkErrorsLog.FlowSourceTooSlow(logger, source.GetType().Name, store, timeout);
    }

    /// <summary>It has answered, too late for its place but not for the request.</summary>
    public void SourceBlocked(ILinkFlowSource source, string store, TimeSpan held, TimeSpan timeout) =>
        LinkErrorsLog.FlowSourceBlocked(logger, source.GetType().Name, store, held, timeout);

    /// <summary>Nobody waits for it any more.</summary>
    public void SourceFailedLate(ILinkFlowSource source, string store, Exception exception) =>
        LinkErrorsLog.FlowSourceFailedLate(logger, source.GetType().Name, store, LogText.Describe(exception));

    private void Count(string reason) => _refusals.Add(1, new KeyValuePair<string, object?>(ReasonTag, reason));
}
