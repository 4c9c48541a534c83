using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LinkErrors.Benchmarks;

[ApiController]
public sealed class BenchmarkController : ControllerBase
{
    [HttpGet("/filtered")]
    [RedirectingFilter]
    public IActionResult Filtered() => HttpContext is null ? Ok() : throw new LinkTokenExpiredException();

    [HttpGet("/link")]
    [LinkErrors(Kind = LinkEndpointKind.Interactive, Dialect = "oauth")]
    public IActionResult Link() => HttpContext is null ? Ok() : throw new LinkTokenExpiredException();

    [HttpGet("/answering")]
    [LinkErrors(Kind = LinkEndpointKind.Interactive, Dialect = "oauth", AnswerAtEndpoint = true)]
    public IActionResult Answering() => HttpContext is null ? Ok() : throw new LinkTokenExpiredException();
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class RedirectingFilterAttribute : ExceptionFilterAttribute
{
    public override Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.Exception is LinkException link)
        {
            context.ExceptionHandled = true;
            context.Result = new EmptyResult();
            Listeners.Tell(context.HttpContext, link.Error);
            return HandWritten.RedirectAsync(context.HttpContext, link.Error);
        }

        return Task.CompletedTask;
    }
}
