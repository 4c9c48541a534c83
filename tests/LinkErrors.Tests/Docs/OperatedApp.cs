using System.Diagnostics.Metrics;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace LinkErrors.Tests.Docs;

/// <summary>An application whose metrics OpenTelemetry collects, and a path for each situation that an operator meets.</summary>
internal sealed class OperatedApp : IAsyncDisposable
{
    private readonly List<MetricSnapshot> _exported = [];
    private readonly OwnMeters _meters = new();
    private readonly MeterProvider _provider;
    private TestApp? _app;

    // The meters of other applications of this process have other names, so that nothing has to wait for anything.
    private OperatedApp() => _provider = Sdk.CreateMeterProviderBuilder().AddMeter("*" + _meters.Suffix).AddInMemoryExporter(_exported).Build();

    public static async Task<OperatedApp> StartAsync()
    {
        OperatedApp operated = new();
        operated._app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/expired", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
                app.MapGet("/bug", string () => throw new InvalidOperationException()).WithLinkErrors(LinkEndpointKind.Interactive);
                app.MapGet("/plain", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api, "faulty");
                app.MapGet("/provider", string () => throw new ProviderApiException()).WithLinkErrors(LinkEndpointKind.Interactive);
                app.MapGet("/ok", () => "ok");
            },
            LabSettings.WithClient(("IncludeClientInTelemetry", "true")),
            builder =>
            {
                builder.Services.AddDataProtection();
                builder.Services.AddLinkErrors().AddDialect(new StubDialect("faulty") { Members = _ => throw new InvalidOperationException() });
                builder.Services.AddSingleton<IMeterFactory>(operated._meters);
                builder.Services.AddSingleton<ILinkClientStore>(new Store());
            });
        return operated;
    }

    /// <summary>A state of this service in which somebody has changed a letter.</summary>
    public string ChangeState()
    {
        string state = _app!.Services.GetRequiredService<ILinkStateProtector>().Protect(new LinkFlowRequest());
        return state[..^2] + (state[^2] == 'A' ? 'B' : 'A') + state[^1];
    }

    public async Task AskAsync(string path)
    {
        using HttpResponseMessage response = await _app!.Client.GetAsync(path);
    }

    /// <summary>Everything that was counted, by the names that Prometheus gives it. The application ends, so that the durations of its last requests are there.</summary>
    public async Task<IReadOnlyList<PrometheusSample>> CollectAsync()
    {
        await _app!.DisposeAsync();
        _exported.Clear();
        _provider.ForceFlush().Should().BeTrue();
        return [.. _exported.SelectMany(PrometheusSample.Of)];
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _provider.Dispose();
        _meters.Dispose();
    }

    private sealed class Store : ILinkClientStore
    {
        public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken) => clientId switch
        {
            "broken" => throw new InvalidOperationException("The database is away."),
            "web" => new(new LinkClient("web", [LabSettings.RedirectUri])),
            _ => default,
        };

        public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) => default;
    }

    private sealed class OwnMeters : IMeterFactory
    {
        private readonly List<Meter> _meters = [];

        public string Suffix { get; } = $".{Guid.NewGuid():N}";

        public Meter Create(MeterOptions options)
        {
            lock (_meters)
            {
                string name = options.Name + Suffix;
                if (_meters.Find(meter => meter.Name == name) is not { } meter)
                {
                    meter = new Meter(name);
                    _meters.Add(meter);
                }

                return meter;
            }
        }

        public void Dispose() => _meters.ForEach(meter => meter.Dispose());
    }
}
