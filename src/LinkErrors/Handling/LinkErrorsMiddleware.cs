using System.Diagnostics;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LinkErrors.Handling;

/// <summary>
/// Answers what is thrown further down, and error statuses without a body. Without an error it hands on the task of the
/// pipeline as it is: no state machine, no allocation. A faulted task is looked at instead of awaited, because awaiting it would throw a second time.
/// </summary>
internal sealed class LinkErrorsMiddleware(RequestDelegate next, LinkErrorHandler handler, MiddlewareWatch watch)
{
    public Task InvokeAsync(HttpContext context)
    {
        HeadersInFront.Note(context);
        Task pipeline;
        try
        {
            pipeline = next(context);
        }
        catch (Exception exception)
        {
            watch.Confirm(context);
            return handler.TryHandle(context, exception, out Task? answer) ? answer : Task.FromException(exception);
        }

        return pipeline.IsCompleted ? InspectAsync(context, pipeline) : AwaitAsync(context, pipeline);
    }

    private async Task AwaitAsync(HttpContext context, Task pipeline)
    {
        await pipeline.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await InspectAsync(context, pipeline).ConfigureAwait(false);
    }

    /// <summary>The answer to a fault that is ours; any other outcome is handed on as the same task.</summary>
    private Task InspectAsync(HttpContext context, Task pipeline)
    {
        watch.Confirm(context);
        if (pipeline.IsCompletedSuccessfully)
        {
            return context.Features.Find<IHttpResponseFeature>()?.StatusCode >= StatusCodes.Status400BadRequest && handler.TryAnswerStatus(context, out Task? status) ? status : pipeline;
        }

        Exception exception = pipeline.Exception?.InnerException ?? FindCancellation(pipeline);
        return handler.TryHandle(context, exception, out Task? answer) ? answer : pipeline;
    }

    /// <summary>A canceled task shows what was thrown, its type and its stack, only to those who await it.</summary>
    private static OperationCanceledException FindCancellation(Task canceled)
    {
        try
        {
            canceled.GetAwaiter().GetResult();
            throw new UnreachableException();
        }
        catch (OperationCanceledException exception)
        {
            return exception;
        }
    }
}
