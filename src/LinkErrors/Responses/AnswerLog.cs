using LinkErrors.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Responses;

/// <summary>
/// The lines about one answer. Each names the client, the route, the host of the target and the reference, so that it is found by any of
/// them; the route and not the path, in which there may be a secret.
/// </summary>
internal sealed class AnswerLog(ILogger<LinkErrorResponder> logger)
{
    private const string None = "(none)";

    /// <summary>Whether anybody looks at all.</summary>
    public bool IsSeen => logger.IsEnabled(LogLevel.Critical);

    /// <summary>Gives whatever is logged until the answer is out its reference.</summary>
    public IDisposable? Begin(LinkErrorOccurrence occurrence) =>
        logger.BeginScope(new AnswerScope(AnswerReference.Of(occurrence.Error, occurrence.HttpContext), GetRoute(occurrence.HttpContext)));

    /// <summary>
    /// What clients do wrong is everyday traffic; a fault of this service or of one that it asks is worth a look; only what nobody
    /// expected is worth a stack.
    /// </summary>
    public void Answered(LinkErrorPlan plan)
    {
        bool isUnexpected = plan.Occurrence.IsUnexpected;
        LogLevel level = isUnexpected ? LogLevel.Error : plan.Error.StatusCode >= 500 ? LogLevel.Warning : LogLevel.Information;
        if (!logger.IsEnabled(level))
        {
            return;
        }

        (string reference, string trace, string client, string route, string host) = Describe(plan.Occurrence.HttpContext, plan.Error, plan);
        (string code, string delivery, string dialect) = (plan.Error.Code, plan.Delivery.ToString(), plan.Dialect.Name);
        if (isUnexpected)
        {
            LinkErrorsLog.UnexpectedAnswered(logger, code, plan.StatusCode, delivery, dialect, reference, trace, client, route, host, plan.Occurrence.Exception!);
            return;
        }

        string reason = plan.Occurrence.Exception is { } exception ? LogText.Describe(exception) : LogText.Escape(plan.Error.Message);
        if (level == LogLevel.Warning)
        {
            LinkErrorsLog.FailureAnswered(logger, code, plan.StatusCode, delivery, dialect, reason, reference, trace, client, route, host);
        }
        else
        {
            LinkErrorsLog.Answered(logger, code, plan.StatusCode, delivery, dialect, reason, reference, trace, client, route, host);
        }
    }

    /// <summary>The intended answer failed, and a plain one is sent.</summary>
    public void AnsweredPlainly(HttpContext context, LinkError error, Exception? exception, Exception failure, LinkErrorPlan? plan)
    {
        (string reference, string trace, string client, string route, string host) = Describe(context, error, plan);
        LinkErrorsLog.ResponseFailed(logger, error.Code, reference, trace, client, route, host, failure);
        if (exception is not null)
        {
            LinkErrorsLog.ResponseFailedCause(logger, error.Code, reference, trace, client, route, host, exception);
        }
    }

    public void RespondedHandlerFailed(LinkErrorPlan plan, Exception failure)
    {
        (string reference, string trace, string client, string route, string host) = Describe(plan.Occurrence.HttpContext, plan.Error, plan);
        LinkErrorsLog.RespondedHandlerFailed(logger, plan.Error.Code, reference, trace, client, route, host, failure);
        if (plan.Occurrence.Exception is { } exception)
        {
            LinkErrorsLog.ResponseFailedCause(logger, plan.Error.Code, reference, trace, client, route, host, exception);
        }
    }

    public void HandledByEvent(LinkError error) => LinkErrorsLog.HandledByEvent(logger, error.Code);

    public void ClientGone(LinkError error) => LinkErrorsLog.ClientGone(logger, error.Code);

    private static (string Reference, string Trace, string Client, string Route, string Host) Describe(HttpContext context, LinkError error, LinkErrorPlan? plan)
    {
        string trace = AnswerReference.Of(error, context);
        return (
            LogText.Escape(ShortReference.Of(trace)),
            LogText.Escape(trace),
            LogText.Escape(plan?.Flow.ClientId),
            GetRoute(context),
            LogText.Escape(plan?.Target?.Host));
    }

    private static string GetRoute(HttpContext context) => context.GetEndpoint() switch
    {
        RouteEndpoint { RoutePattern.RawText: { Length: > 0 } pattern } => LogText.Escape(pattern),
        { DisplayName: { } name } => LogText.Escape(name),
        _ => None,
    };
}
