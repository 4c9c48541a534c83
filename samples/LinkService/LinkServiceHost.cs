using FrontEnd;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Provider;

namespace LinkService;

/// <summary>The service, with what stands around it.</summary>
internal sealed class LinkServiceHost : IAsyncDisposable
{
    private readonly List<WebApplication> _applications = [];

    private LinkServiceHost()
    {
    }

    public string Service { get; private set; } = "";

    public string Provider { get; private set; } = "";

    public string FrontEnd { get; private set; } = "";

    public static async Task<LinkServiceHost> StartAsync(string[] args)
    {
        LinkServiceHost host = new();
        try
        {
            await host.StartAllAsync(args);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdownAsync() => _applications[^1].WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (WebApplication application in Enumerable.Reverse(_applications))
        {
            await application.DisposeAsync();
        }
    }

    private async Task StartAllAsync(string[] args)
    {
        WebApplicationBuilder builder = LinkServiceApplication.CreateBuilder(args);
        ServiceAddress? service = null;
        Provider = builder.Configuration["Provider"] ?? await StartAsync(ProviderApplication.Create([.. args, $"--urls={builder.Configuration["ProviderUrls"] ?? "http://127.0.0.1:5082"}"]));
        FrontEnd = builder.Configuration["FrontEnd"] ?? await StartFrontEndAsync();
        Service = await StartAsync(await LinkServiceApplication.BuildAsync(builder, Provider, FrontEnd));
        service?.Uri = Service;

        Task<string> StartFrontEndAsync()
        {
            WebApplication application = FrontEndApplication.Create(
                [.. args, $"--urls={builder.Configuration["FrontEndUrls"] ?? "http://127.0.0.1:5083"}", $"--Dialect={builder.Configuration["LinkErrors:Dialect"]}"]);
            service = application.Services.GetRequiredService<ServiceAddress>();
            return StartAsync(application);
        }
    }

    private async Task<string> StartAsync(WebApplication application)
    {
        _applications.Add(application);
        await application.StartAsync();
        return application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }
}
