using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.HostTests.Migration;

/// <summary>The handler of docs/migration.md, which the application had before: it may stay, for what is no link error.</summary>
internal sealed class FormerHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await httpContext.Response.WriteAsync("handled by the host", cancellationToken);
        return true;
    }
}
