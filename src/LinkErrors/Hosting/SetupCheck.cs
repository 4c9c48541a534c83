using LinkErrors.Diagnostics;
using LinkErrors.Flows;
using LinkErrors.Handling;
using LinkErrors.Mvc;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LinkErrors.Hosting;

/// <summary>
/// Looks, once the application has started, for link endpoints that nothing would answer for and for clients that nobody would find, and says
/// which line is missing.
/// </summary>
internal sealed class SetupCheck(IServiceProvider services, MiddlewareWatch watch, ILogger<SetupCheck> logger) : IHostedLifecycleService
{
    private const string GrpcMethod = "Grpc.AspNetCore.Server.GrpcMethodMetadata";

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

        foreach ((Endpoint marked, string framework, string remedy) in FindWithoutEffect())
        {
            LinkErrorsLog.MarkWithoutEffect(logger, LogText.Escape(marked.DisplayName), framework, remedy);
        }

        ReportUnusedClients();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void ReportUnusedClients()
    {
        ILinkClientStore store = services.GetRequiredService<ILinkClientStore>();
        IReadOnlyDictionary<string, LinkClient> clients = services.GetRequiredService<LinkErrorsSettingsSource>().Current.ClientsById;
        if (store is not ConfigurationLinkClientStore && clients.Count > 0)
        {
            LinkErrorsLog.ClientsUnused(logger, LogText.Escape(clients.Keys.Min(StringComparer.Ordinal)), store.GetType().Name, clients.Count - 1);
        }
    }

    private Endpoint? FindUnanswered()
    {
        bool handlesControllers = HasFilter<LinkErrorExceptionFilter>();
        return FindMarked().FirstOrDefault(endpoint => !(handlesControllers && endpoint.Metadata.GetMetadata<ActionDescriptor>() is not null));
    }

    /// <summary>One endpoint of each framework that catches what its methods throw, and answers in a protocol of its own.</summary>
    private IEnumerable<(Endpoint Endpoint, string Framework, string Remedy)> FindWithoutEffect() =>
        FindMarked()
            .Select(endpoint => (Endpoint: endpoint, Catcher: FindCatcher(endpoint.Metadata)))
            .Where(found => found.Catcher is not null)
            .Select(found => (found.Endpoint, found.Catcher!.Value.Framework, found.Catcher.Value.Remedy))
            .DistinctBy(found => found.Framework, StringComparer.Ordinal);

    /// <summary>gRPC is no part of ASP.NET Core, so that its mark is known by name.</summary>
    private static (string Framework, string Remedy)? FindCatcher(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<HubMetadata>() is not null)
        {
            return ("SignalR", "a hub filter");
        }

        return metadata.Any(item => item.GetType().FullName == GrpcMethod) ? ("gRPC", "an interceptor") : null;
    }

    private IReadOnlyList<Endpoint> FindMarked()
    {
        try
        {
            return [.. services.GetService<EndpointDataSource>()?.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ILinkErrorsMetadata>() is { IsEnabled: true }) ?? []];
        }
        catch (Exception)
        {
            // An endpoint that cannot be built is a fault that routing reports itself, with the first request.
            return [];
        }
    }

    private static ActionDescriptor? FindMarked(IActionDescriptorCollectionProvider actions) =>
        actions.ActionDescriptors.Items.FirstOrDefault(action => action.EndpointMetadata.OfType<ILinkErrorsMetadata>().LastOrDefault() is { IsEnabled: true });

    private bool HasFilter<TFilter>()
        where TFilter : IFilterMetadata =>
        ConfigureMvcOptions.Has<TFilter>(services.GetRequiredService<IOptions<MvcOptions>>().Value);
}
