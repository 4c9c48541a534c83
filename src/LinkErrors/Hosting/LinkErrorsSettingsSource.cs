using LinkErrors.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LinkErrors.Hosting;

/// <summary>The settings as they are now. A reload takes effect at once.</summary>
internal sealed class LinkErrorsSettingsSource : IDisposable
{
    private readonly LinkErrorDialectRegistry _dialects;
    private readonly bool _isDevelopment;
    private readonly ILogger<LinkErrorsSettingsSource> _logger;
    private readonly IDisposable? _subscription;
    private volatile LinkErrorsSettings _current;

    public LinkErrorsSettingsSource(
        IOptionsMonitor<LinkErrorsOptions> options,
        LinkErrorDialectRegistry dialects,
        IHostEnvironment environment,
        ILogger<LinkErrorsSettingsSource> logger)
    {
        _dialects = dialects;
        _isDevelopment = environment.IsDevelopment();
        _logger = logger;
        _current = Compile(options.CurrentValue);
        _subscription = options.OnChange(Reload);
    }

    public LinkErrorsSettings Current => _current;

    public void Dispose() => _subscription?.Dispose();

    private LinkErrorsSettings Compile(LinkErrorsOptions options) => new(options, _dialects, _isDevelopment);

    private void Reload(LinkErrorsOptions options)
    {
        _current = Compile(options);
        LinkErrorsLog.SettingsReloaded(_logger, _current.ClientsById.Count);
    }
}
