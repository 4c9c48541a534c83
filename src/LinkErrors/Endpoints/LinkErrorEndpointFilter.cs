using LinkErrors.Handling;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using FilterFactory = System.Func<Microsoft.AspNetCore.Http.EndpointFilterFactoryContext, Microsoft.AspNetCore.Http.EndpointFilterDelegate, Microsoft.AspNetCore.Http.EndpointFilterDelegate>;

namespace LinkErrors.Endpoints;

/// <summary>Makes link errors of the errors that a minimal API returns.</summary>
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

        // Where nothing can return an error, nothing is put in front of the handler, and ASP.NET Core leaves its filters away.
        own = (context, next) => factories.Count > 1 || ErrorCarriers.Contain(context.MethodInfo) ? AttachOutermost(factories, own, priorStatus.Restore(next)) : next;
        endpoint.Metadata.Add(priorStatus);
        factories.Insert(0, own);
    }

    /// <summary>
    /// The filters are built from the last to the first. ASP.NET Core puts its validation in front of them when all conventions
    /// have been applied, so that the place in front of everything is known only while they are built.
    /// </summary>
    private static EndpointFilterDelegate AttachOutermost(IList<FilterFactory> factories, FilterFactory own, EndpointFilterDelegate next)
    {
        FilterFactory first = factories[0];
        if (ReferenceEquals(first, own))
        {
            return Convert(next);
        }

        factories[0] = (context, rest) => Convert(first(context, rest));
        return next;
    }

    /// <summary>What is thrown at once goes its way to the middleware: whoever catches it throws it once more.</summary>
    private static EndpointFilterDelegate Convert(EndpointFilterDelegate next) => context =>
    {
        ValueTask<object?> result = next(context);
        return result.IsCompletedSuccessfully ? new ValueTask<object?>(Convert(context.HttpContext, result.Result)) : AwaitAsync(context.HttpContext, result.AsTask());
    };

    /// <summary>A fault is handed on as the task that it is: to throw it again at each step costs more than to answer it.</summary>
    private static async ValueTask<object?> AwaitAsync(HttpContext context, Task<object?> result)
    {
        await ((Task)result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return result.IsCompletedSuccessfully ? Convert(context, result.Result) : new FaultedResult(result);
    }

    private static object? Convert(HttpContext context, object? result) =>
        HttpResultReader.Read(result, context.Response.StatusCode) is (int status, var value) && LinkEndpoint.Read(context).IsLinkEndpoint
            ? LinkErrorResult.Of(ReturnedError.Read(context, status, value))
            : result;

    private sealed class FaultedResult(Task fault) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => fault;
    }
}
