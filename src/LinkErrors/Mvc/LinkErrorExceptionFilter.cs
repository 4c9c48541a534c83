using LinkErrors.Handling;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LinkErrors.Mvc;

/// <summary>Answers what an action throws as the middleware does, for applications that do not use the middleware.</summary>
internal sealed class LinkErrorExceptionFilter(LinkErrorHandler handler) : IAsyncExceptionFilter
{
    /// <summary>Exception filters run from the highest order down: those of the application go first.</summary>
    public const int FilterOrder = int.MinValue + 100;

    public Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.ExceptionHandled || context.Result is not null || !handler.TryHandle(context.HttpContext, context.Exception, out Task? answer))
        {
            return Task.CompletedTask;
        }

        context.ExceptionHandled = true;
        return answer;
    }
}
