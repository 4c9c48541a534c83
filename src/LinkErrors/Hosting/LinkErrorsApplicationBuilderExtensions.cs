using LinkErrors.Handling;
using LinkErrors.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds LinkErrors to the pipeline of an application.</summary>
public static class LinkErrorsApplicationBuilderExtensions
{
    /// <summary>
    /// Adds the middleware that answers link errors thrown further down. Put it behind <c>UseExceptionHandler</c>, so that
    /// what is not a link error still reaches that, and in front of everything that may throw one.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="app"/> is null.</exception>
    /// <exception cref="InvalidOperationException">AddLinkErrors was not called.</exception>
    public static IApplicationBuilder UseLinkErrors(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        MiddlewareWatch watch = app.ApplicationServices.GetService<MiddlewareWatch>()
            ?? throw new InvalidOperationException(
                "UseLinkErrors needs services that are not there. Call 'builder.Services.AddLinkErrors()' before 'builder.Build()'.");
        watch.IsUsed = true;
        app.UseMiddleware<LinkErrorsMiddleware>();
        ErrorPagePipeline pipeline = app.ApplicationServices.GetRequiredService<ErrorPagePipeline>();
        return app.Use(next =>
        {
            pipeline.Keep(app, next);
            return next;
        });
    }
}
