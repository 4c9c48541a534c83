using LinkErrors.Handling;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Endpoints;

/// <summary>
/// Makes a result of what an action throws that answers that itself. It is the innermost filter: between any two steps that stand around
/// an action MVC throws its exception again. Only actions that ask for it have it, so that no other pays for one more filter.
/// </summary>
internal sealed class LinkErrorActionFilter : IActionFilter, IOrderedFilter
{
    private static readonly LinkErrorActionFilter Instance = new();

    private LinkErrorActionFilter()
    {
    }

    public int Order => int.MaxValue;

    /// <summary>Once, whoever asks for it: an attribute, the settings, or a convention of endpoints, which comes after the others.</summary>
    public static void Attach(ActionDescriptor action)
    {
        if (!action.FilterDescriptors.Any(found => found.Filter is LinkErrorActionFilter))
        {
            action.FilterDescriptors.Add(new FilterDescriptor(Instance, FilterScope.Action));
        }
    }

    public void OnActionExecuting(ActionExecutingContext context)
    {
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
        if (context.Exception is not null
            && context.HttpContext.RequestServices.GetRequiredService<LinkErrorHandler>().TryRecognizeAtEndpoint(context.HttpContext, context.Exception, out LinkErrorOccurrence? occurrence))
        {
            context.ExceptionHandled = true;
            context.Result = LinkErrorResult.Of(occurrence);
        }
    }
}
