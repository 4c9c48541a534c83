using LinkErrors.Diagnostics;
using LinkErrors.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Responses;

/// <summary>Where every entry point ends: an error in, a response out. It never fails and never loops.</summary>
internal sealed class LinkErrorResponder(LinkErrorPlanner planner, ILogger<LinkErrorResponder> logger)
{
    /// <summary>Answers an error.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="error">The error.</param>
    /// <param name="exception">The exception that it came from; null when it was returned.</param>
    public async Task RespondAsync(HttpContext context, LinkError error, Exception? exception)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            LinkErrorsLog.ClientGone(logger, error.Code);
            return;
        }

        try
        {
            LinkErrorPlan plan = await planner.PlanAsync(context, error, exception).ConfigureAwait(false);
            Log(plan, exception);
            await LinkErrorWriter.WriteAsync(context, plan).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LinkErrorsLog.ClientGone(logger, error.Code);
        }
        catch (Exception failure)
        {
            LinkErrorsLog.ResponseFailed(logger, error.Code, failure);
            if (exception is not null)
            {
                LinkErrorsLog.ResponseFailedCause(logger, exception);
            }

            await RespondPlainlyAsync(context).ConfigureAwait(false);
        }
    }

    /// <summary>Nothing here depends on settings, dialects or the error.</summary>
    private static Task RespondPlainlyAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync("An unexpected error occurred.", context.RequestAborted);
    }

    /// <summary>An expected error is one line without a stack; only what nobody expected is worth one.</summary>
    private void Log(LinkErrorPlan plan, Exception? exception)
    {
        LinkError error = plan.Error;
        bool isUnexpected = exception is not null and not LinkException && error.StatusCode >= 500;
        if (isUnexpected)
        {
            LinkErrorsLog.UnexpectedAnswered(logger, error.Code, plan.StatusCode, plan.Delivery.ToString(), plan.Dialect.Name, error.ReferenceId, exception!);
        }
        else if (logger.IsEnabled(LogLevel.Information))
        {
            LinkErrorsLog.Answered(logger, error.Code, plan.StatusCode, plan.Delivery.ToString(), plan.Dialect.Name, LogText.Escape(exception?.Message ?? error.Message), error.ReferenceId);
        }
    }
}
