namespace LinkErrors.Flows;

/// <summary>
/// What this instance remembers of the clients in the database. Whoever changes a client says so here; other instances see the change when
/// <see cref="EntityFrameworkClientOptions.Expiration"/> is over.
/// </summary>
public interface ILinkClientCache
{
    /// <summary>Forgets a client, and every name that nobody had, since one of them may be the client's now.</summary>
    /// <param name="clientId">The client identifier, letter for letter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="clientId"/> is null.</exception>
    void Remove(string clientId);

    /// <summary>Forgets every client.</summary>
    void Clear();
}
