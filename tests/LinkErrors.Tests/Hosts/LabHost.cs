using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LinkErrors.Tests.Hosts;

/// <summary>ErrorLab on a real Kestrel, in Production unless said otherwise, with settings on top of its own.</summary>
public class LabHost : WebApplicationFactory<Program>
{
    private readonly string _environment;
    private readonly IReadOnlyDictionary<string, string?> _settings;

    public LabHost()
        : this("Production", new Dictionary<string, string?>(StringComparer.Ordinal))
    {
    }

    protected LabHost(string environment, IReadOnlyDictionary<string, string?> settings)
    {
        _environment = environment;
        _settings = settings;
        UseKestrel(0);
        StartServer();
    }

    /// <summary>ErrorLab with settings of a test's own.</summary>
    public static LabHost Start(string environment = "Production", params (string Key, string? Value)[] settings) =>
        new ConfiguredLabHost(environment, settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal));

    /// <summary>A client that shows redirects instead of following them, and sends nothing that it was not told to send.</summary>
    public HttpClient CreatePlainClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ClientOptions.BaseAddress };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment(_environment);
        foreach ((string key, string? value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    private sealed class ConfiguredLabHost(string environment, IReadOnlyDictionary<string, string?> settings) : LabHost(environment, settings);
}
