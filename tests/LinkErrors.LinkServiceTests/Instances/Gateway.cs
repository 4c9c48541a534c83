using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.Model;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>YARP in front of the instances. Each leg of a flow goes to another one than the leg before, as long as there are two.</summary>
internal sealed class Gateway : ILoadBalancingPolicy, IAsyncDisposable
{
    private const string Cluster = "link-service";

    private readonly ConcurrentDictionary<string, int> _legs = new(StringComparer.Ordinal);
    private readonly InMemoryConfigProvider _configuration = new([new RouteConfig { RouteId = "all", ClusterId = Cluster, Match = new RouteMatch { Path = "{**all}" } }], []);
    private WebApplication? _app;
    private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _held = new();
    private int _remaining;

    public string Name => "Alternating";

    public Uri Address { get; private set; } = null!;

    public static async Task<Gateway> StartAsync(params SampleProcess[] instances)
    {
        Gateway gateway = new();
        gateway.Use(instances);
        WebApplicationBuilder builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        builder.Services.AddSingleton<IProxyConfigProvider>(gateway._configuration).AddSingleton<ILoadBalancingPolicy>(gateway).AddReverseProxy();

        // An instance that is not there is a page, and no blank 502.
        builder.Services.AddLinkErrors();
        gateway._app = builder.Build();
        gateway._app.Use(gateway.HoldAsync);
        gateway._app.UseLinkErrors();
        gateway._app.MapReverseProxy().WithLinkErrors(LinkEndpointKind.Interactive);
        await gateway._app.StartAsync();
        gateway.Address = new Uri(gateway._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return gateway;
    }

    /// <summary>Lets so many more requests pass and then holds the others, until it is called again or <see cref="Open"/> is.</summary>
    public Task PassAsync(int legs)
    {
        _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _remaining, legs);
        Open();
        return _held.Task.WaitAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>Lets all requests pass that are held.</summary>
    public void Open() => _open.TrySetResult();

    /// <summary>From now on these.</summary>
    public void Use(params SampleProcess[] instances) => _configuration.Update(
        _configuration.GetConfig().Routes,
        [
            new ClusterConfig
            {
                ClusterId = Cluster,
                LoadBalancingPolicy = Name,
                Destinations = instances.ToDictionary(
                    instance => instance.Client.BaseAddress!.Authority, instance => new DestinationConfig { Address = instance.Client.BaseAddress!.AbsoluteUri }, StringComparer.Ordinal),
            },
        ]);

    public DestinationState? PickDestination(HttpContext context, ClusterState cluster, IReadOnlyList<DestinationState> availableDestinations)
    {
        // Half of the flows begin at one, and half at the other.
        string flow = context.Request.Headers[FlowBrowser.FlowHeader].ToString();
        int leg = _legs.AddOrUpdate(flow, static flow => int.Parse(flow, CultureInfo.InvariantCulture), static (_, leg) => leg + 1);
        return availableDestinations.Count == 0 ? null : availableDestinations[leg % availableDestinations.Count];
    }

    public ValueTask DisposeAsync() => _app!.DisposeAsync();

    private async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        if (Interlocked.Decrement(ref _remaining) == 0)
        {
            _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _held.SetResult();
        }

        await _open.Task;
        await next(context);
    }
}
