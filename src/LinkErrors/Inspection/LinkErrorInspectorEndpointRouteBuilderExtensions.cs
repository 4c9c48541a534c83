using System.Diagnostics.CodeAnalysis;
using LinkErrors.Inspection;
using LinkErrors.Pages;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Shows developers how the last link errors were answered, and why.</summary>
public static class LinkErrorInspectorEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps a page with the last 200 link errors of this process, each explained: what went wrong, who is linking, why a redirect URI was refused,
    /// which dialect and which delivery, and what was sent. Values of requests that may be secret are not shown. Only in Development is it open
    /// to everybody: elsewhere the application does not start unless the endpoint requires authorization. Without this call nothing is kept.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="pattern">The route.</param>
    /// <returns>A builder for conventions such as authorization.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddLinkErrors</c> was not called.</exception>
    public static IEndpointConventionBuilder MapLinkErrorInspector(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/link-errors")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Inspector inspector = endpoints.ServiceProvider.GetRequiredService<Inspector>();
        bool isOpen = endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment();
        inspector.Observe();
        return endpoints.MapGet(pattern, context => WriteAsync(context, inspector, isOpen))
            .WithMetadata(InspectorMark.Instance)
            .ExcludeFromDescription();
    }

    private static Task WriteAsync(HttpContext context, Inspector inspector, bool isOpen)
    {
        if (!isOpen && !InspectorMark.IsProtected(context.GetEndpoint()))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        PageDocument page = InspectorPage.Render(inspector.Errors.Newest);
        ResponseHeaders.Apply(context.Response, page);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.Body.WriteAsync(page.Html, context.RequestAborted).AsTask();
    }
}
