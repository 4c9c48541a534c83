using LinkErrors.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Settings;

/// <summary>
/// The settings as they are now. A reload takes effect at once; one that is not valid is logged and changes nothing, where
/// <see cref="IOptionsMonitor{TOptions}"/> would throw on every request. Neither does one that loses every client or the whole
/// section: a file that is being written, or replaced, is read as an empty one.
/// </summary>
internal sealed class LinkErrorsSettingsSource : IDisposable
{
    private readonly IOptionsFactory<LinkErrorsOptions> _factory;
    private readonly LinkErrorDialectRegistry _dialects;
    private readonly bool _isDevelopment;
    private readonly IConfigurationSection? _section;
    private readonly bool _hadSection;
    private readonly ILogger<LinkErrorsSettingsSource> _logger;
    private readonly IDisposable[] _subscriptions;
    private readonly Lock _reloading = new();
    private volatile LinkErrorsSettings _current;

    public LinkErrorsSettingsSource(
        IOptionsFactory<LinkErrorsOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<LinkErrorsOptions>> changes,
        LinkErrorDialectRegistry dialects,
        IHostEnvironment environment,
        ILogger<LinkErrorsSettingsSource> logger,
        IConfiguration? configuration = null)
    {
        _factory = factory;
        _dialects = dialects;
        _isDevelopment = environment.IsDevelopment();
        _logger = logger;
        _section = configuration?.GetSection(LinkErrorsOptions.SectionName);
        _hadSection = _section?.Exists() == true;
        _current = Compile();
        ClientReview.Report(_current, _logger);
        _subscriptions = [.. changes.Select(change => ChangeToken.OnChange(change.GetChangeToken, Reload))];
    }

    public LinkErrorsSettings Current => _current;

    public void Dispose()
    {
        foreach (IDisposable subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private LinkErrorsSettings Compile() => new(_factory.Create(Options.DefaultName), _dialects, _isDevelopment);

    private void Reload()
    {
        // Two sources may change at once, and the older of two settings must not come last.
        lock (_reloading)
        {
            try
            {
                LinkErrorsSettings next = Compile();
                if (FindLoss(next) is { } lost)
                {
                    LinkErrorsLog.SettingsLost(_logger, lost, _current.ClientsById.Count);
                    return;
                }

                _current = next;
                LinkErrorsLog.SettingsReloaded(_logger, next.ClientsById.Count);
                ClientReview.Report(_current, _logger);
            }
            catch (Exception exception)
            {
                // A delegate of the application may throw anything.
                LinkErrorsLog.SettingsRefused(_logger, exception);
            }
        }
    }

    private string? FindLoss(LinkErrorsSettings next) =>
        _hadSection && !_section!.Exists() ? $"the section {LinkErrorsOptions.SectionName}"
        : next.ClientsById.Count == 0 && _current.ClientsById.Count > 0 ? "any client"
        : null;
}
