using LinkErrors.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LinkErrors.Inspection;

/// <summary>Lets no application start that shows the inspector to everybody. Where groups add the authorization is known only then.</summary>
internal sealed class InspectorCheck(IServiceProvider services, Inspector inspector, IHostEnvironment environment) : IHostedLifecycleService
{
    /// <summary>Checks the endpoints, when all are built.</summary>
    /// <exception cref="InvalidOperationException">The inspector is mapped outside of Development without authorization.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!inspector.IsObserving || environment.IsDevelopment())
        {
            return Task.CompletedTask;
        }

        foreach (Endpoint endpoint in services.GetService<EndpointDataSource>()?.Endpoints ?? [])
        {
            if (endpoint.Metadata.GetMetadata<InspectorMark>() is not null && !InspectorMark.IsProtected(endpoint))
            {
                throw new InvalidOperationException(
                    $"The endpoint '{LogText.Escape(endpoint.DisplayName)}' of MapLinkErrorInspector has no authorization, and the environment is '{environment.EnvironmentName}'. "
                    + "It shows what clients asked for. Call RequireAuthorization on it, or map it in Development only.");
            }
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
