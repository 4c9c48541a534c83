using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Handling;

/// <summary>The middleware in front of one delegate, without a server, so that a test sees the very task that it returns.</summary>
internal sealed class DirectPipeline : IDisposable
{
    private readonly IHost _host;

    public DirectPipeline(RequestDelegate below, Action<LinkErrorsOptions>? configure = null, LogLevel minimumLevel = LogLevel.Debug)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        builder.Logging.AddProvider(Log).SetMinimumLevel(minimumLevel);
        builder.Services.AddLinkErrors(configure ?? (_ => { }));
        _host = builder.Build();
        ApplicationBuilder app = new(_host.Services);
        app.UseLinkErrors();
        app.Run(below);
        Invoke = app.Build();
    }

    public RequestDelegate Invoke { get; }

    public LogRecorder Log { get; } = new();

    public DefaultHttpContext CreateContext() => new() { RequestServices = _host.Services };

    public void Dispose()
    {
        _host.Dispose();
        Log.Dispose();
    }
}
