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
        Reason.ClientUnknown, Reason.UriUnregistered, Reason.StateRefused, Reason.SourceFailed, Reason.SourceTooSlow, Reason.StoreAnsweredAnother,
        Reason.StateNotEchoable, Reason.RequestUnreadable,
    ];

    public void ClientUnknown(string? clientId, string? redirectUri)
    {
        Count(Reason.ClientUnknown);
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.ClientUnknown(logger, LogText.Escape(clientId), LogText.Escape(redirectUri));
        }
    }

    public void StoreAnsweredAnother(ILinkClientStore store, LinkClient answered, string? clientId, string? redirectUri)
    {
        Count(Reason.StoreAnsweredAnother);
        LinkErrorsLog.StoreAnsweredAnother(
            logger, store.GetType().Name, LogText.Escape(answered.ClientId), LogText.Escape(clientId), LogText.Escape(redirectUri));
    }

    public void RedirectUriRefused(LinkClient client, string? redirectUri, RedirectUriRefusal refusal)
    {
        Count(Reason.UriUnregistered);
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.RedirectUriRefused(logger, LogText.Escape(redirectUri), LogText.Escape(client.ClientId), LogText.Escape(refusal.ToString()));
        }
    }

    public void StateNotEchoable(LinkClient client, string state)
    {
        Count(Reason.StateNotEchoable);
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.StateNotEchoable(logger, LogText.Escape(client.ClientId), state.Length);
        }
    }

    public void StateRefused(LinkException exception)
    {
        Count(exception is ServerErrorException ? Reason.SourceFailed : Reason.StateRefused);
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.StateRefused(logger, exception.Code, LogText.Escape(exception.DebugMessage));
        }
    }

    /// <summary>The client's doing, so it must not fill the log with stacks.</summary>
    public void RequestUnreadable(string reason)
    {
        Count(Reason.RequestUnreadable);
        if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.RequestUnreadable(logger, LogText.Escape(reason));
        }
    }

    public void SourceFailed(ILinkFlowSource source, string store, Exception exception)
    {
        Count(Reason.SourceFailed);
        LinkErrorsLog.FlowSourceFailed(logger, source.GetType().Name, store, exception);
    }

    public void SourceTooSlow(ILinkFlowSource source, string store, TimeSpan timeout)
    {
        Count(Reason.SourceTooSlow);
        LinkErrorsLog.FlowSourceTooSlow(logger, source.GetType().Name, store, timeout);
    }

    /// <summary>It has answered, too late for its place but not for the request.</summary>
    public void SourceBlocked(ILinkFlowSource source, string store, TimeSpan held, TimeSpan timeout) =>
        LinkErrorsLog.FlowSourceBlocked(logger, source.GetType().Name, store, held, timeout);

    /// <summary>Nobody waits for it any more.</summary>
    public void SourceFailedLate(ILinkFlowSource source, string store, Exception exception) =>
        LinkErrorsLog.FlowSourceFailedLate(logger, source.GetType().Name, store, LogText.Describe(exception));

    private void Count(string reason) => _refusals.Add(1, new KeyValuePair<string, object?>(ReasonTag, reason));

    private static class Reason
    {
        public const string ClientUnknown = "client_unknown";
        public const string UriUnregistered = "uri_unregistered";
        public const string StateRefused = "state_refused";
        public const string SourceFailed = "source_failed";
        public const string SourceTooSlow = "source_too_slow";
        public const string StoreAnsweredAnother = "store_answered_another";
        public const string StateNotEchoable = "state_not_echoable";
        public const string RequestUnreadable = "request_unreadable";
    }
}
