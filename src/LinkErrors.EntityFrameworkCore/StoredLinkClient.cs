namespace LinkErrors.Flows;

/// <summary>
/// A registered client as a row of the application's database. It is made of a <see cref="LinkClient"/>, whose constructor checks
/// it, and changes only to another one, so that no row has a redirect URI that could not be registered.
/// </summary>
public sealed class StoredLinkClient
{
    /// <summary>How many characters a client identifier in the database has at most: 200, so that every database can index it.</summary>
    public const int MaximumClientIdLength = 200;

    /// <summary>How many characters the name of a dialect in the database has at most: 100.</summary>
    public const int MaximumDialectLength = 100;

    private readonly List<StoredRedirectUri> _redirectUris = [];

    /// <summary>Makes the row of a client.</summary>
    /// <param name="client">The client.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// Its identifier is longer than <see cref="MaximumClientIdLength"/>, or the name of its dialect than <see cref="MaximumDialectLength"/>.
    /// </exception>
    public StoredLinkClient(LinkClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (client.ClientId.Length > MaximumClientIdLength)
        {
            throw new ArgumentException(
                $"The identifier of client '{client.ClientId}' has {client.ClientId.Length} characters; in the database it has at most {MaximumClientIdLength}. Choose a shorter one.",
                nameof(client));
        }

        ClientId = client.ClientId;
        Update(client);
    }

    private StoredLinkClient() => ClientId = "";

    /// <summary>The client identifier, the key of the row.</summary>
    public string ClientId { get; private set; }

    /// <summary>The name of the dialect that the client reads; null for the default.</summary>
    public string? Dialect { get; private set; }

    /// <summary>See <see cref="LinkClient.AllowLoopbackPorts"/>.</summary>
    public bool AllowLoopbackPorts { get; private set; }

    /// <summary>See <see cref="LinkClient.AllowInsecureSchemes"/>.</summary>
    public bool AllowInsecureSchemes { get; private set; }

    /// <summary>See <see cref="LinkClient.AllowLocalhostPorts"/>.</summary>
    public bool AllowLocalhostPorts { get; private set; }

    /// <summary>The registered URIs, each once.</summary>
    public IReadOnlyCollection<StoredRedirectUri> RedirectUris => _redirectUris;

    /// <summary>
    /// Changes the row to what a client says now. After it is saved, <see cref="ILinkClientCache.Remove"/> makes it count at once.
    /// </summary>
    /// <param name="client">The client, of the same identifier.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException">It has another identifier, or the name of its dialect is longer than <see cref="MaximumDialectLength"/>.</exception>
    public void Update(LinkClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (!string.Equals(client.ClientId, ClientId, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The row is that of client '{ClientId}', and cannot become that of '{client.ClientId}'. Remove it and add one for '{client.ClientId}'.", nameof(client));
        }

        if (client.Dialect?.Length > MaximumDialectLength)
        {
            throw new ArgumentException(
                $"The dialect of client '{ClientId}' has a name of {client.Dialect.Length} characters; in the database it has at most {MaximumDialectLength}. Choose a shorter one.",
                nameof(client));
        }

        Dialect = client.Dialect;
        AllowLoopbackPorts = client.AllowLoopbackPorts;
        AllowInsecureSchemes = client.AllowInsecureSchemes;
        AllowLocalhostPorts = client.AllowLocalhostPorts;

        // A row that stays is kept, since a tracked one cannot be removed and added with the same key.
        _redirectUris.RemoveAll(row => !client.RedirectUris.Contains(row.Uri, StringComparer.Ordinal));
        foreach (string uri in client.RedirectUris)
        {
            StoredRedirectUri? row = _redirectUris.Find(row => string.Equals(row.Uri, uri, StringComparison.Ordinal));
            if (row is null)
            {
                row = new StoredRedirectUri(uri);
                _redirectUris.Add(row);
            }

            row.LoopbackKey = client.WithoutFreePort(uri) is { } loopback ? StoredRedirectUri.KeyOf(loopback) : null;
        }
    }

    /// <summary>The client of this row.</summary>
    /// <returns>The client, checked anew.</returns>
    /// <exception cref="ArgumentException">Something else than this class has written what cannot be registered; the message names it.</exception>
    public LinkClient ToClient() =>
        new(ClientId, _redirectUris.Select(row => row.Uri).Order(StringComparer.Ordinal), Dialect, AllowLoopbackPorts, AllowInsecureSchemes, AllowLocalhostPorts);
}
