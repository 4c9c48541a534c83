using System.Collections.Frozen;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Flows;

/// <summary>
/// The identifiers of all keys of the ring, those that have expired or were revoked too. They are read again after a while and not for
/// each request: where keys are kept may be far, and whoever sends states must not make it busy.
/// </summary>
internal sealed class FormerKeys(IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(10);

    private readonly Lock _reading = new();
    private FrozenSet<Guid>? _keys;
    private long? _readAt;

    /// <summary>Whether a key is one of them. Where they cannot be read, any may be.</summary>
    public bool Contain(Guid key)
    {
        lock (_reading)
        {
            if (_readAt is not { } readAt || time.GetElapsedTime(readAt) > Freshness)
            {
                _readAt = time.GetTimestamp();
                _keys = Read() ?? _keys;
            }

            return _keys?.Contains(key) != false;
        }
    }

    /// <summary>Null where they cannot be read: those that are known stay.</summary>
    private FrozenSet<Guid>? Read()
    {
        try
        {
            return services.GetService<IKeyManager>()?.GetAllKeys().Select(key => key.KeyId).ToFrozenSet() ?? [];
        }
        catch (Exception)
        {
            return null;
        }
    }
}
