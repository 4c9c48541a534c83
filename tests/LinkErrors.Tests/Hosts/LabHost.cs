using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LinkErrors.Tests.Hosts;

/// <summary>ErrorLab on a real Kestrel, in Production unless said otherwise, with settings on top of its own.</summary>
public class LabHost : WebApplicationFactory<Program>
{
    private readonly string _environment;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly Lazy<HttpClient> _client;

    public LabHost()
        : this("Production", new Dictionary<string, string?>(StringComparer.Ordinal))
    {
    }

    protected LabHost(string environment, IReadOnlyDictionary<string, string?> settings)
    {
        _environment = environment;
        _settings = settings;
        _client = new Lazy<HttpClient>(CreatePlainClient);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>ErrorLab with settings of a test's own.</summary>
    public static LabHost Start(string environment = "Production", params (string Key, string? Value)[] settings) =>
        new ConfiguredLabHost(environment, settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal));

    /// <summary>A client that shows redirects instead of following them, and sends nothing that it was not told to send.</summary>
    public HttpClient CreatePlainClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };

    /// <summary>Sends a path and query byte for byte, always in the same trace, and shows what comes back.</summary>
    public Task<LabAnswer> AskAsync(string path, HttpMethod? method = null, HttpContent? content = null, params (string Name, string Value)[] headers) =>
        LabAnswer.AskAsync(_client.Value, path, method ?? HttpMethod.Get, content, headers);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment(_environment);
        foreach ((string key, string? value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class ConfiguredLabHost(string environment, IReadOnlyDictionary<string, string?> settings) : LabHost(environment, settings);
}
