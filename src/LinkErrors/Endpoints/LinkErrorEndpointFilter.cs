using LinkErrors.Handling;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;

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
        if (!endpoint.Metadata.Any(item => item is Attached or ActionDescriptor))
        {
            endpoint.Metadata.Add(Attached.Mark);
            endpoint.FilterFactories.Insert(0, static (_, next) => context => Invoke(context, next));
        }
    }

    /// <summary>Says that the filter is there.</summary>
    private sealed class Attached
    {
        public static readonly Attached Mark = new();
    }

    private static ValueTask<object?> Invoke(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ValueTask<object?> result = next(context);
        return result.IsCompletedSuccessfully ? new ValueTask<object?>(Convert(context.HttpContext, result.Result)) : AwaitAsync(context.HttpContext, result);
    }

    private static async ValueTask<object?> AwaitAsync(HttpContext context, ValueTask<object?> result) =>
        Convert(context, await result.ConfigureAwait(false));

    private static object? Convert(HttpContext context, object? result) =>
        HttpResultReader.Read(result, context.Response.StatusCode) is (int status, var value) && LinkEndpoint.Read(context).IsLinkEndpoint
            ? new LinkErrorResult(ResultMapper.Map(status, value)) { KeepsStatusHeaders = true }
            : result;
}
