namespace LinkErrors;

/// <summary>One entry of <see cref="LinkErrorsOptions.Clients"/>.</summary>
public sealed class LinkClientOptions
{
    /// <summary>
    /// The client identifier, where it is not the name of the entry: one with a colon, such as a URL or a URN, cannot be a key of
    /// the configuration.
    /// </summary>
    /// <value>The default is null: the name of the entry is the client identifier.</value>
    public string? ClientId { get; set; }

    /// <summary>
    /// Where the browser may be sent for this client. A requested URI must equal one of them letter for letter
    /// (RFC 9700 §2.1).
    /// </summary>
    /// <value>The default is empty.</value>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>The dialect that the client reads; null for <see cref="LinkErrorsOptions.Dialect"/>.</summary>
    /// <value>The default is null.</value>
    public string? Dialect { get; set; }

    /// <summary>
    /// Whether the port may differ for a registered <c>http://127.0.0.1</c> or <c>http://[::1]</c>, as native apps need
    /// it (RFC 8252 §7.3).
    /// </summary>
    /// <value>The default is false.</value>
    public bool AllowLoopbackPorts { get; set; }

    /// <summary>
    /// Whether the port may differ for a registered <c>http://localhost</c> too. RFC 8252 §8.3 advises against it: a name can be
    /// resolved to another host, and another program may listen on an address of the name that the client does not.
    /// </summary>
    /// <value>The default is false.</value>
    public bool AllowLocalhostPorts { get; set; }

    /// <summary>
    /// Whether <see cref="RedirectUris"/> may have <c>http</c> to other hosts than loopback, and private-use schemes
    /// without a dot. Both can be read or claimed by others on the way.
    /// </summary>
    /// <value>The default is false.</value>
    public bool AllowInsecureSchemes { get; set; }
}
