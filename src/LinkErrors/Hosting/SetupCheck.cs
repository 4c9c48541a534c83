using LinkErrors.Diagnostics;
using LinkErrors.Handling;
using LinkErrors.Mvc;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LinkErrors.Hosting;

/// <summary>
/// Looks, once the application has started, for link endpoints that nothing would answer for, and says which line is missing.
/// Where the lines are there, it looks at nothing.
/// </summary>
internal sealed class SetupCheck(IServiceProvider services, MiddlewareWatch watch, ILogger<SetupCheck> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!watch.IsUsed && FindUnanswered() is { } endpoint)
        {
            LinkErrorsLog.MiddlewareMissing(logger, LogText.Escape(endpoint.DisplayName));
        }

        if (services.GetService<IActionDescriptorCollectionProvider>() is { } actions && !HasFilter<LinkErrorResultFilter>() && FindMarked(actions) is { } action)
        {
            LinkErrorsLog.MvcErrorsMissing(logger, LogText.Escape(action.DisplayName));
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Endpoint? FindUnanswered()
    {
        bool handlesControllers = HasFilter<LinkErrorExceptionFilter>();
        try
        {
            return services.GetService<EndpointDataSource>()?.Endpoints.FirstOrDefault(endpoint =>
                endpoint.Metadata.GetMetadata<ILinkErrorsMetadata>() is { IsEnabled: true }
                && !(handlesControllers && endpoint.Metadata.GetMetadata<ActionDescriptor>() is not null));
        }
        catch (Exception)
        {
            // An endpoint that cannot be built is a fault that routing reports itself, with the first request.
            return null;
        }
    }

    private static ActionDescriptor? FindMarked(IActionDescriptorCollectionProvider actions) =>
        actions.ActionDescriptors.Items.FirstOrDefault(action => action.EndpointMetadata.OfType<ILinkErrorsMetadata>().LastOrDefault() is { IsEnabled: true });

    private bool HasFilter<TFilter>()
        where TFilter : IFilterMetadata =>
        ConfigureMvcOptions.Has<TFilter>(services.GetRequiredService<IOptions<MvcOptions>>().Value);
}
