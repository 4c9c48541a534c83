using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Shared;

/// <summary>A small application of a test's own on a real Kestrel, with its log kept.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app, LogRecorder log)
    {
        _app = app;
        Log = log;
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public LogRecorder Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an application with AddLinkErrors.</summary>
    /// <param name="map">Builds the pipeline, UseLinkErrors included.</param>
    /// <param name="settings">Configuration keys such as <c>LinkErrors:Dialect</c>.</param>
    /// <param name="services">Adds services.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="address">Where to listen.</param>
    public static async Task<TestApp> StartAsync(
        Action<WebApplication> map,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        Action<WebApplicationBuilder>? services = null,
        string environment = "Production",
        string address = "http://127.0.0.1:0")
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        LogRecorder log = new();
        builder.WebHost.UseKestrel().UseUrls(address);
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddRouting();
        builder.Services.AddLinkErrors();
        services?.Invoke(builder);
        WebApplication app = builder.Build();
        try
        {
            map(app);
            await app.StartAsync();
            return new TestApp(app, log);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for what the server still has to do after its answers, such as a measurement; not for a request that never ends.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(5));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        Log.Dispose();
    }
}
