using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace LinkErrors.HostTests.Applications;

/// <summary>A reverse proxy (YARP) that hands every request on.</summary>
internal static class HostProxy
{
    private const string Name = "application";

    public static Task<TestApp> StartAsync(Uri destination) => TestApp.StartAsync(
        app => app.MapReverseProxy(),
        services: builder => AddTo(builder, [destination.ToString()]));

    public static void AddTo(WebApplicationBuilder builder, IReadOnlyList<string> destinations, ForwarderRequestConfig? request = null) =>
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = Name, ClusterId = Name, Match = new RouteMatch { Path = "{**path}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = Name,
                    HttpRequest = request,
                    Destinations = destinations.Index().ToDictionary(
                        item => item.Index.ToString(CultureInfo.InvariantCulture), item => new DestinationConfig { Address = item.Item }, StringComparer.Ordinal),
                },
            ]);
}
