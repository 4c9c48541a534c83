using LinkErrors.Diagnostics;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Authentication;

/// <summary>
/// Looks, once the application has started, for names that no remote scheme has, whose logins would silently not be answered. A
/// scheme may still be added while the application runs, so that it is no reason not to start. What a login keeps in its state
/// needs a key ring, which is looked at, too.
/// </summary>
internal sealed class RemoteSchemeCheck(IEnumerable<RemoteLoginName> names, IAuthenticationSchemeProvider schemes, KeyRingWatch keys, ILogger<RemoteSchemeCheck> logger)
    : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        AuthenticationScheme[] all = [.. await schemes.GetAllSchemesAsync().ConfigureAwait(false)];
        string[] remote = [.. all.Where(IsRemote).Select(scheme => scheme.Name)];
        if (remote.Length > 0)
        {
            keys.Check();
        }

        foreach (string name in names.Select(name => name.Scheme).Distinct(StringComparer.Ordinal).Except(remote, StringComparer.Ordinal))
        {
            string fault = all.FirstOrDefault(scheme => scheme.Name == name) is { } other
                ? $"whose handler, {other.HandlerType.Name}, does not derive from RemoteAuthenticationHandler"
                : "which does not exist";
            LinkErrorsLog.RemoteSchemeUnknown(logger, LogText.Escape(name), fault, LogText.Escape(string.Join(", ", remote)));
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsRemote(AuthenticationScheme scheme)
    {
        Type? type = scheme.HandlerType;
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RemoteAuthenticationHandler<>)))
        {
            type = type.BaseType;
        }

        return type is not null;
    }
}
