using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Configuration;

namespace LinkErrors.HostTests.Applications;

/// <summary>A reverse proxy (YARP) that hands every request on to one destination.</summary>
internal static class HostProxy
{
    private const string Name = "application";

    public static Task<TestApp> StartAsync(Uri destination) => TestApp.StartAsync(
        app => app.MapReverseProxy(),
        services: builder => AddTo(builder, destination));

    public static void AddTo(WebApplicationBuilder builder, Uri destination) => builder.Services.AddReverseProxy().LoadFromMemory(
        [new RouteConfig { RouteId = Name, ClusterId = Name, Match = new RouteMatch { Path = "{**path}" } }],
        [
            new ClusterConfig
            {
                ClusterId = Name,
                Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal) { [Name] = new() { Address = destination.ToString() } },
            },
        ]);
}
