namespace LinkErrors;

/// <summary>
/// How the clients of a database are looked up. An error is asked for by anybody, so what it costs the database is bounded: by a cache for the
/// clients, one for the names that nobody has, and a number of queries at a time.
/// </summary>
public sealed class EntityFrameworkClientOptions
{
    /// <summary>How long a client is remembered: what is changed in the database counts on this instance after this time at the latest. Zero remembers none.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan Expiration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long it is remembered that nobody has an identifier or a redirect URI. Zero remembers none.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan UnknownExpiration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many clients are remembered, and as many redirect URIs by which one was found.</summary>
    /// <value>Default: 10,000.</value>
    public int MaximumClients { get; set; } = 10_000;

    /// <summary>How many names that nobody has are remembered. They have room of their own, so that a flood of them displaces no client.</summary>
    /// <value>Default: 1,000.</value>
    public int MaximumUnknown { get; set; } = 1_000;

    /// <summary>How many queries run at a time; others wait. It leaves the connections of the application to the application.</summary>
    /// <value>Default: 16.</value>
    public int MaximumQueries { get; set; } = 16;

    /// <summary>How long a query may take, the wait for its turn included. The error itself waits no longer than <see cref="LinkErrorsOptions.FlowTimeout"/>.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
