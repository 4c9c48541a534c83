using System.Collections;
using LinkErrors.Handling;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace LinkErrors.Mvc;

/// <summary>
/// Makes link errors of the errors that controllers return on link endpoints. It runs always, because [ApiController],
/// [Consumes] and antiforgery answer before the action, and last, when every other filter has had its say.
/// </summary>
internal sealed class LinkErrorResultFilter(MiddlewareWatch watch) : IAlwaysRunResultFilter, IAuthorizationFilter
{
    public const int FilterOrder = int.MaxValue - 100;

    /// <summary>Before the action, and not around it: what an action throws would be thrown once more.</summary>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        // What an exception filter answers needs no middleware.
        if (!context.Filters.OfType<LinkErrorExceptionFilter>().Any())
        {
            watch.Expect(context.HttpContext);
        }
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (TryRead(context.Result, context.HttpContext.Response.StatusCode, out int status, out object? value)
            && LinkEndpoint.Read(context.HttpContext).IsLinkEndpoint)
        {
            context.Result = LinkErrorResult.Of(ReturnedError.Read(context.HttpContext, status, value, FindKnownFields(context.ActionDescriptor.Parameters)));
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    /// <summary>A dictionary that is a parameter itself may be bound without its name, and then every field is a key of the client's.</summary>
    private static string[]? FindKnownFields(IList<ParameterDescriptor> parameters) =>
        parameters.Any(parameter => IsDictionary(parameter.ParameterType))
            ? [.. parameters.Select(parameter => parameter.BindingInfo?.BinderModelName ?? parameter.Name)]
            : null;

    private static bool IsDictionary(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IDictionary<,>) || open == typeof(IReadOnlyDictionary<,>)));

    private static bool TryRead(IActionResult result, int responseStatus, out int status, out object? value)
    {
        (int? said, value) = result switch
        {
            LinkErrorResult or ContentResult => (null, null),
            ObjectResult { Value: ProblemDetails problem } found => (found.StatusCode ?? problem.Status ?? responseStatus, problem),
            ObjectResult found => (found.StatusCode, found.Value),
            JsonResult found => (found.StatusCode, found.Value),
            IStatusCodeActionResult found => (found.StatusCode, null),
            _ => (null, (object?)null),
        };
        status = said ?? 0;
        return status >= 400;
    }
}
