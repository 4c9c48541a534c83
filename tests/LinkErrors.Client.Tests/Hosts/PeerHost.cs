using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Client.Tests.Hosts;

/// <summary>A peer on a real Kestrel. It throws the typed exception of any code, with everything that an error can carry.</summary>
public sealed class PeerHost : IAsyncLifetime
{
    public const string Callback = "https://client.example/cb";
    public const string State = "a+b c%20d&e=f";
    public const string HelpUri = "https://docs.example.org/errors?v=1#help";

    public static readonly string[] Scopes = ["profile:read", "profile:write"];

    private readonly WebApplication _app = Build();

    public static JsonElement Data { get; } = JsonElement.Parse("""{"provider":"Fitbit"}""");

    /// <summary>The answers that a test chose itself, by path.</summary>
    public static LinkError Error(string code) => new(LinkErrorCatalog.Default.Resolve(code))
    {
        Scopes = Scopes,
        RetryAfter = TimeSpan.FromSeconds(30),
        HelpUri = new Uri(HelpUri),
        Data = Data,
    };

    public Uri Address => new(_app.Urls.First());

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private static WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("LinkErrors:Clients:test:RedirectUris:0", Callback)]);
        builder.Services.AddRouting();
        builder.Services.AddLinkErrors();
        WebApplication app = builder.Build();
        app.UseLinkErrors();
        app.MapMethods("/{dialect}/{kind}/{code}", ["GET", "POST"], void (HttpContext context, string dialect, string kind, string code) =>
        {
            context.SetLinkErrors(kind == "json" ? LinkEndpointKind.Api : LinkEndpointKind.Interactive, dialect);
            throw Error(code).ToException();
        });
        return app;
    }
}
