using LinkErrors.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LinkErrors.Flows;

/// <summary>Says once, where states are protected, that nobody has chosen where the keys are kept. Where people develop, the default is right.</summary>
internal sealed class KeyRingWatch(IServiceProvider services, ILogger<KeyRingWatch> logger)
{
    private bool _hasChecked;

    public void Check()
    {
        if (!_hasChecked && !Interlocked.Exchange(ref _hasChecked, true) && IsLeftToTheMachine())
        {
            LinkErrorsLog.KeyRingNotPersisted(logger);
        }
    }

    private bool IsLeftToTheMachine() =>
        services.GetService<IDataProtectionProvider>() is not null
        && services.GetService<IHostEnvironment>()?.IsDevelopment() != true
        && services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository is null;
}
