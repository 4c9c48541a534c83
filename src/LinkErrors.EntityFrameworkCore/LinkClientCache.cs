using LinkErrors.Flows;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace LinkErrors;

/// <summary>
/// What was found, and what was not, each in room of its own. What a query began to look for before something was forgotten is not remembered.
/// </summary>
internal sealed class LinkClientCache : ILinkClientCache, IDisposable
{
    private readonly Lock _gate = new();
    private readonly EntityFrameworkClientOptions _options;
    private readonly MemoryCache _clients;
    private readonly MemoryCache _owners;
    private readonly MemoryCache _unknown;
    private long _version;

    public LinkClientCache(IOptions<EntityFrameworkClientOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _clients = Create(_options.MaximumClients, time);
        _owners = Create(_options.MaximumClients, time);
        _unknown = Create(_options.MaximumUnknown, time);
    }

    /// <summary>Grows with everything that is forgotten.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Whether it is known what a name leads to: to a client, or to none.</summary>
    public bool TryFind(LinkClientName name, out LinkClient? client)
    {
        client = null;
        if (_unknown.TryGetValue(name, out _))
        {
            return true;
        }

        string? clientId = name.IsRedirectUri ? _owners.Get<string>(name.Text) : name.Text;
        return clientId is not null && _clients.TryGetValue(clientId, out client) && (!name.IsRedirectUri || client!.Validate(name.Text).IsAllowed);
    }

    /// <summary>Remembers what a query found that began at a version.</summary>
    public void Keep(LinkClientName name, LinkClient? client, long version)
    {
        lock (_gate)
        {
            if (version != Version)
            {
                return;
            }

            if (client is null)
            {
                Set(_unknown, name, true, _options.UnknownExpiration);
                return;
            }

            Set(_clients, client.ClientId, client, _options.Expiration);
            if (name.IsRedirectUri)
            {
                Set(_owners, name.Text, client.ClientId, _options.Expiration);
            }
        }
    }

    public void Remove(string clientId)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        lock (_gate)
        {
            Interlocked.Increment(ref _version);
            _clients.Remove(clientId);
            _unknown.Clear();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _version);
            _clients.Clear();
            _owners.Clear();
            _unknown.Clear();
        }
    }

    public void Dispose()
    {
        _clients.Dispose();
        _owners.Dispose();
        _unknown.Dispose();
    }

    private static MemoryCache Create(int size, TimeProvider time) => new(new MemoryCacheOptions { SizeLimit = size, Clock = new CacheClock(time) });

    private static void Set<TValue>(MemoryCache cache, object key, TValue value, TimeSpan expiration)
    {
        if (expiration > TimeSpan.Zero)
        {
            cache.Set(key, value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = expiration });
        }
    }
}
