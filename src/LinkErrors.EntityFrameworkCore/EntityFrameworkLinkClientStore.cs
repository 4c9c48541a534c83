using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.Extensions.Options;

namespace LinkErrors;

/// <summary>
/// The clients of the database behind the cache. Who asks for the same name at the same time shares one query, which runs on a thread of
/// the pool and outside of every request: some drivers block their thread, and nobody's leaving ends it for the others.
/// </summary>
internal sealed class EntityFrameworkLinkClientStore(
    ILinkClientQuery query, LinkClientCache cache, IOptions<EntityFrameworkClientOptions> options, TimeProvider time) : ILinkClientStore, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LinkClientName, (long Version, Task<LinkClient?> Query)> _running = [];
    private readonly SemaphoreSlim _turns = new(options.Value.MaximumQueries);

    public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken) =>
        FindAsync(new(clientId, IsRedirectUri: false), StoredLinkClient.MaximumClientIdLength, cancellationToken);

    public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) =>
        FindAsync(new(redirectUri, IsRedirectUri: true), StoredRedirectUri.MaximumLength, cancellationToken);

    public void Dispose() => _turns.Dispose();

    /// <summary>A name that is longer than its column is nobody's: neither the database nor the cache is asked to hold it.</summary>
    private ValueTask<LinkClient?> FindAsync(LinkClientName name, int maximumLength, CancellationToken cancellationToken) =>
        name.Text.Length > maximumLength ? default
            : cache.TryFind(name, out LinkClient? client) ? new(client)
            : new(Join(name).WaitAsync(cancellationToken));

    private Task<LinkClient?> Join(LinkClientName name)
    {
        lock (_gate)
        {
            long version = cache.Version;
            if (_running.TryGetValue(name, out (long Version, Task<LinkClient?> Query) running) && running.Version == version)
            {
                return running.Query;
            }

            Task<LinkClient?> started = Start(name, version);
            _running[name] = (version, started);
            return started;
        }
    }

    /// <summary>Without what belongs to the request that happens to be the first.</summary>
    private Task<LinkClient?> Start(LinkClientName name, long version)
    {
        AsyncFlowControl? suppressed = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        try
        {
            Task<LinkClient?> started = Task.Run(() => AskAsync(name, version), CancellationToken.None);

            // Everybody may have left before it fails.
            _ = started.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return started;
        }
        finally
        {
            suppressed?.Undo();
        }
    }

    private async Task<LinkClient?> AskAsync(LinkClientName name, long version)
    {
        try
        {
            using CancellationTokenSource limit = new(options.Value.QueryTimeout, time);
            LinkClient? client;
            try
            {
                client = await AskInTurnAsync(name, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
            {
                // A time-out by itself is taken for a provider's.
                throw new TemporarilyUnavailableException(
                    $"The database did not name a client within {options.Value.QueryTimeout}. Look at its load, or raise {nameof(EntityFrameworkClientOptions)}.{nameof(EntityFrameworkClientOptions.QueryTimeout)}.", exception);
            }

            cache.Keep(name, client, version);
            return client;
        }
        finally
        {
            lock (_gate)
            {
                if (_running.TryGetValue(name, out (long Version, Task<LinkClient?> Query) running) && running.Version == version)
                {
                    _running.Remove(name);
                }
            }
        }
    }

    private async Task<LinkClient?> AskInTurnAsync(LinkClientName name, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await query.FindAsync(name, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
        }
    }
}
