using LinkErrors.Errors;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Endpoints;

/// <summary>
/// A link error that is returned instead of thrown, from a minimal API or from a controller. The answer is the same to the
/// byte, and no exception is paid for.
/// </summary>
public sealed class LinkErrorResult : IResult, IActionResult
{
    /// <summary>Creates a result.</summary>
    /// <param name="error">The error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public LinkErrorResult(LinkError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>The error.</summary>
    public LinkError Error { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">AddLinkErrors was not called.</exception>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        LinkErrorResponder responder = httpContext.RequestServices.GetService<LinkErrorResponder>()
            ?? throw new InvalidOperationException(
                "LinkErrorResult needs services that are not there. Call 'builder.Services.AddLinkErrors()' before 'builder.Build()'.");
        return responder.RespondAsync(httpContext, Error, exception: null);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">AddLinkErrors was not called.</exception>
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ExecuteAsync(context.HttpContext);
    }
}
