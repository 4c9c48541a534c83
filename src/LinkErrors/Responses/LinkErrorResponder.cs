using LinkErrors.Diagnostics;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Responses;

/// <summary>Where every entry point ends: an error in, a response out. It never fails and never loops.</summary>
internal sealed class LinkErrorResponder(
    LinkErrorPlanner planner, LinkErrorsEventsSource events, LinkErrorsTelemetry telemetry, ILogger<LinkErrorResponder> logger)
{
    /// <summary>Answers an error.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="error">The error.</param>
    /// <param name="exception">The exception that it came from; null when it was returned.</param>
    /// <param name="keepsStatusHeaders">
    /// Whether the response was on its way with its status, so that the headers which belong to that status stay.
    /// </param>
    public async Task RespondAsync(HttpContext context, LinkError error, Exception? exception, bool keepsStatusHeaders = false)
    {
        RequestTimeout.Release(context);
        if (context.RequestAborted.IsCancellationRequested)
        {
            GiveUp(context, error);
            return;
        }

        try
        {
            LinkErrorsEvents? handlers = events.Find(context);
            if (handlers is not null)
            {
                LinkErrorRespondingContext responding = new(context, error, exception);
                await handlers.Responding(responding).ConfigureAwait(false);
                error = responding.Error;
                if (responding.IsHandled)
                {
                    HandledResponse.Set(context);
                    LinkErrorsLog.HandledByEvent(logger, error.Code);
                    return;
                }
            }

            LinkErrorPlan plan = await planner.PlanAsync(context, error, exception).ConfigureAwait(false) with { KeepsStatusHeaders = keepsStatusHeaders };
            Log(plan, exception);
            await LinkErrorWriter.WriteAsync(context, plan, exception).ConfigureAwait(false);
            telemetry.Record(context, plan);
            if (handlers is not null)
            {
                await TellRespondedAsync(handlers, context, plan, exception).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            GiveUp(context, error);
        }
        catch (Exception failure)
        {
            LinkErrorsLog.ResponseFailed(logger, error.Code, failure);
            if (exception is not null)
            {
                LinkErrorsLog.ResponseFailedCause(logger, exception);
            }

            telemetry.RecordPlain(context, error);
            await RespondPlainlyAsync(context).ConfigureAwait(false);
        }
    }

    /// <summary>Nothing here depends on settings, dialects or the error.</summary>
    private static Task RespondPlainlyAsync(HttpContext context)
    {
        if (ResponseBody.HasBegun(context.Response))
        {
            context.Abort();
            return Task.CompletedTask;
        }

        ResponseHeaders.Reset(context.Response);
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync("An unexpected error occurred.", CancellationToken.None);
    }

    /// <summary>The answer is out: a handler that fails now can change nothing of it.</summary>
    private async Task TellRespondedAsync(LinkErrorsEvents handlers, HttpContext context, LinkErrorPlan plan, Exception? exception)
    {
        try
        {
            await handlers.Responded(new LinkErrorRespondedContext(context, plan.Error, exception, plan.Dialect.Name, LinkErrorsTelemetry.GetName(plan.Delivery))).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LinkErrorsLog.RespondedHandlerFailed(logger, plan.Error.Code, failure);
            if (exception is not null)
            {
                LinkErrorsLog.ResponseFailedCause(logger, exception);
            }
        }
    }

    /// <summary>Nobody is there to read an answer; the status is for the log of the server.</summary>
    private void GiveUp(HttpContext context, LinkError error)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }

        LinkErrorsLog.ClientGone(logger, error.Code);
    }

    /// <summary>An expected error is one line without a stack; only what nobody expected is worth one.</summary>
    private void Log(LinkErrorPlan plan, Exception? exception)
    {
        LinkError error = plan.Error;
        string reference = LogText.Escape(error.ReferenceId);
        bool isUnexpected = exception is not null and not LinkException && error.StatusCode >= 500;
        if (isUnexpected)
        {
            LinkErrorsLog.UnexpectedAnswered(logger, error.Code, plan.StatusCode, plan.Delivery.ToString(), plan.Dialect.Name, reference, exception!);
        }
        else if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.Answered(logger, error.Code, plan.StatusCode, plan.Delivery.ToString(), plan.Dialect.Name, exception is null ? LogText.Escape(error.Message) : LogText.Describe(exception), reference);
        }
    }
}
