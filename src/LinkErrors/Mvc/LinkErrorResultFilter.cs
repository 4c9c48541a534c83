using LinkErrors.Endpoints;
using LinkErrors.Handling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace LinkErrors.Mvc;

/// <summary>
/// Makes link errors of the errors that controllers return on link endpoints. It runs always, because [ApiController],
/// [Consumes] and antiforgery answer before the action, and last, when every other filter has had its say.
/// </summary>
internal sealed class LinkErrorResultFilter : IAlwaysRunResultFilter
{
    public const int FilterOrder = int.MaxValue - 100;

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (TryRead(context.Result, context.HttpContext.Response.StatusCode, out int status, out object? value)
            && LinkEndpoint.IsLinkEndpoint(context.HttpContext))
        {
            context.Result = new LinkErrorResult(ResultMapper.Map(status, value)) { KeepsStatusHeaders = true };
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

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
