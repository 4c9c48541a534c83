using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>Where every entry point ends: an error in, a response out. It never fails and never loops.</summary>
internal sealed class LinkErrorResponder(LinkErrorPlanner planner, LinkErrorsTelemetry telemetry, ErrorPageWriter pages, AnswerLog log)
{
    /// <summary>Who is told of answers beside the log and the metrics; null for nobody.</summary>
    public IAnswerObserver? Observer { get; set; }

    /// <summary>Answers an error.</summary>
    /// <param name="occurrence">The error; the response must not have started.</param>
    public Task RespondAsync(LinkErrorOccurrence occurrence) =>
        occurrence.Failure is { } failure ? RespondPlainlyAsync(occurrence.HttpContext, occurrence.Error, occurrence.Exception, failure)
        : log.IsSeen ? AnswerInScopeAsync(occurrence)
        : AnswerAsync(occurrence);

    /// <summary>A scope ends with the method that began it, also for whoever called.</summary>
    private async Task AnswerInScopeAsync(LinkErrorOccurrence occurrence)
    {
        using IDisposable? scope = log.Begin(occurrence);
        await AnswerAsync(occurrence).ConfigureAwait(false);
    }

    private async Task AnswerAsync(LinkErrorOccurrence occurrence)
    {
        HttpContext context = occurrence.HttpContext;
        RequestTimeout.Release(context);
        if (context.RequestAborted.IsCancellationRequested)
        {
            GiveUp(occurrence);
            return;
        }

        Observer?.Begin();
        LinkErrorPlan? plan = null;
        try
        {
            plan = await planner.PlanAsync(occurrence).ConfigureAwait(false);
            if (occurrence.Events is { } events)
            {
                LinkErrorRespondingContext responding = new(
                    context, occurrence.Error, occurrence.Exception, occurrence.Endpoint.Kind, plan.Flow, plan.Dialect.Name, plan.Delivery);
                HandledResponse.Set(context);
                await events.Responding(responding).ConfigureAwait(false);
                if (!ReferenceEquals(responding.Error, occurrence.Error))
                {
                    occurrence = occurrence with { Error = responding.Error, Members = null };
                    plan = planner.Plan(occurrence, plan.Flow);
                }

                if (responding.IsHandled)
                {
                    log.HandledByEvent(occurrence.Error);
                    Observer?.Handled(plan);
                    return;
                }

                HandledResponse.Clear(context);
            }

            log.Answered(plan);
            await LinkErrorWriter.WriteAsync(plan, pages).ConfigureAwait(false);
            telemetry.Record(context, plan);
            Observer?.Answered(plan);
            if (occurrence.Events is not null)
            {
                await TellRespondedAsync(occurrence.Events, plan).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            GiveUp(occurrence);
        }
        catch (Exception failure)
        {
            await RespondPlainlyAsync(context, occurrence.Error, occurrence.Exception, failure, plan).ConfigureAwait(false);
        }
    }

    /// <summary>Answers an error that cannot be answered as it should be. Nothing here depends on settings, dialects or the error.</summary>
    /// <param name="context">The request.</param>
    /// <param name="error">The error.</param>
    /// <param name="exception">The exception that it came from; null when it was returned.</param>
    /// <param name="failure">What is in the way.</param>
    /// <param name="plan">The answer that was intended; null when none was planned yet.</param>
    private Task RespondPlainlyAsync(HttpContext context, LinkError error, Exception? exception, Exception failure, LinkErrorPlan? plan = null)
    {
        log.AnsweredPlainly(context, error, exception, failure, plan);
        telemetry.RecordPlain(context, error, failure, plan);
        Observer?.Failed(context, error, exception, failure);
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
    private async Task TellRespondedAsync(LinkErrorsEvents events, LinkErrorPlan plan)
    {
        Exception? exception = plan.Occurrence.Exception;
        try
        {
            LinkErrorRespondedContext responded = new(
                plan.Occurrence.HttpContext, plan.Error, exception, plan.Occurrence.Endpoint.Kind, plan.Flow, plan.Dialect.Name, plan.Delivery);
            await events.Responded(responded).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            log.RespondedHandlerFailed(plan, failure);
        }
    }

    /// <summary>Nobody is there to read an answer; the status is for the log of the server.</summary>
    private void GiveUp(LinkErrorOccurrence occurrence)
    {
        HttpResponse response = occurrence.HttpContext.Response;
        if (!response.HasStarted)
        {
            response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }

        log.ClientGone(occurrence.Error);
    }
}
