using LinkErrors.Handling;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using FilterFactory = System.Func<Microsoft.AspNetCore.Http.EndpointFilterFactoryContext, Microsoft.AspNetCore.Http.EndpointFilterDelegate, Microsoft.AspNetCore.Http.EndpointFilterDelegate>;

namespace LinkErrors.Endpoints;

/// <summary>Makes link errors of the errors that a minimal API returns, and of what it throws where it answers that itself.</summary>
internal static class LinkErrorEndpointFilter
{
    /// <summary>
    /// Puts the filter in front of all others, so that it sees what they return too, and only once: groups and endpoints may
    /// both ask for it. Controllers have a result filter of their own.
    /// </summary>
    public static void Attach(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.Any(item => item is PriorStatus or ActionDescriptor))
        {
            return;
        }

        PriorStatus priorStatus = PriorStatus.Attach(endpoint);
        IList<FilterFactory> factories = endpoint.FilterFactories;
        FilterFactory own = null!;
        own = (context, next) =>
        {
            bool answers = AnswersAtEndpoint(endpoint, context.ApplicationServices);

            // Where nothing can carry an error, nothing is put in front of the handler, and ASP.NET Core leaves its filters away.
            return answers || factories.Count > 1 || ErrorCarriers.Contain(context.MethodInfo)
                ? AttachOutermost(factories, own, priorStatus.Restore(next), answers)
                : next;
        };
        endpoint.Metadata.Add(priorStatus);
        factories.Insert(0, own);
    }

    /// <summary>The marks are complete when the filters are built. A request may still say otherwise.</summary>
    private static bool AnswersAtEndpoint(EndpointBuilder endpoint, IServiceProvider services) =>
        services.GetService<LinkErrorsSettingsSource>() is { } settings
        && LinkEndpoint.Combine(request: null, [.. endpoint.Metadata.OfType<ILinkErrorsMetadata>()]).AnswersAtEndpoint(settings.Current.AnswerAtEndpoint);

    /// <summary>
    /// The filters are built from the last to the first. ASP.NET Core puts its validation in front of them when all conventions
    /// have been applied, so that the place in front of everything is known only while they are built.
    /// </summary>
    private static EndpointFilterDelegate AttachOutermost(IList<FilterFactory> factories, FilterFactory own, EndpointFilterDelegate next, bool answers)
    {
        FilterFactory first = factories[0];
        if (ReferenceEquals(first, own))
        {
            return Wrap(next, answers);
        }

        factories[0] = (context, rest) => Wrap(first(context, rest), answers);
        return next;
    }

    private static EndpointFilterDelegate Wrap(EndpointFilterDelegate next, bool answers) => answers ? Answer(next) : Convert(next);

    /// <summary>What is thrown at once goes its way to the middleware: whoever catches it throws it once more.</summary>
    private static EndpointFilterDelegate Convert(EndpointFilterDelegate next) => context =>
    {
        ValueTask<object?> result = next(context);
        return result.IsCompletedSuccessfully ? new ValueTask<object?>(Convert(context.HttpContext, result.Result)) : AwaitAsync(context.HttpContext, result.AsTask(), answers: false);
    };

    private static EndpointFilterDelegate Answer(EndpointFilterDelegate next) => context =>
    {
        ValueTask<object?> result;
        try
        {
            result = next(context);
        }
        catch (LinkException exception)
        {
            return TryAnswer(context.HttpContext, exception) is { } answer ? new ValueTask<object?>(answer) : ValueTask.FromException<object?>(exception);
        }

        return result.IsCompletedSuccessfully ? new ValueTask<object?>(Convert(context.HttpContext, result.Result)) : AwaitAsync(context.HttpContext, result.AsTask(), answers: true);
    };

    /// <summary>A fault is handed on as the task that it is: to throw it again at each step costs more than to answer it.</summary>
    private static async ValueTask<object?> AwaitAsync(HttpContext context, Task<object?> result, bool answers)
    {
        await ((Task)result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return result.IsCompletedSuccessfully ? Convert(context, result.Result)
            : answers && TryAnswer(context, result.Exception?.InnerException) is { } answer ? answer
            : new FaultedResult(result);
    }

    private static object? Convert(HttpContext context, object? result) =>
        HttpResultReader.Read(result, context.Response.StatusCode) is (int status, var value) && LinkEndpoint.Read(context).IsLinkEndpoint
            ? LinkErrorResult.Of(ReturnedError.Read(context, status, value))
            : result;

    private static LinkErrorResult? TryAnswer(HttpContext context, Exception? exception) =>
        context.RequestServices.GetRequiredService<LinkErrorHandler>().TryRecognizeAtEndpoint(context, exception, out LinkErrorOccurrence? occurrence)
            ? LinkErrorResult.Of(occurrence)
            : null;

    private sealed class FaultedResult(Task fault) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => fault;
    }
}
