using LinkErrors.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Hosting;

/// <summary>
/// The settings as they are now. A reload takes effect at once; one that is not valid is logged and changes nothing, where
/// <see cref="IOptionsMonitor{TOptions}"/> would throw on every request.
/// </summary>
internal sealed class LinkErrorsSettingsSource : IDisposable
{
    private readonly IOptionsFactory<LinkErrorsOptions> _factory;
    private readonly LinkErrorDialectRegistry _dialects;
    private readonly bool _isDevelopment;
    private readonly ILogger<LinkErrorsSettingsSource> _logger;
    private readonly IDisposable[] _subscriptions;
    private volatile LinkErrorsSettings _current;

    public LinkErrorsSettingsSource(
        IOptionsFactory<LinkErrorsOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<LinkErrorsOptions>> changes,
        LinkErrorDialectRegistry dialects,
        IHostEnvironment environment,
        ILogger<LinkErrorsSettingsSource> logger)
    {
        _factory = factory;
        _dialects = dialects;
        _isDevelopment = environment.IsDevelopment();
        _logger = logger;
        _current = Compile();
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
        try
        {
            _current = Compile();
            LinkErrorsLog.SettingsReloaded(_logger, _current.ClientsById.Count);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException or ArgumentException)
        {
            LinkErrorsLog.SettingsRefused(_logger, exception);
        }
    }
}
