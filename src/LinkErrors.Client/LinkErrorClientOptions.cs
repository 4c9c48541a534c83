using LinkErrors.Dialects;

namespace LinkErrors.Client;

/// <summary>What the handler of one HttpClient does with errors of its peer.</summary>
public sealed class LinkErrorClientOptions
{
    /// <summary>How responses are read: the dialect of the peer, its own codes, limits.</summary>
    public LinkErrorReaderOptions Reader { get; } = new();

    /// <summary>
    /// Whether the handler throws the typed exception. False leaves the response to the caller, who finds what was read
    /// with <c>response.GetLinkErrorReading()</c>.
    /// </summary>
    /// <value>The default is true.</value>
    public bool ThrowOnError { get; set; } = true;

    /// <summary>
    /// The statuses whose responses are read. The <c>Location</c> of a redirect is read too where 3xx is among them, which
    /// takes a client that does not follow redirects by itself. Of a success, nothing is read where its media type is a stream or a
    /// file, such as <c>text/event-stream</c>, and no more than its beginning where that is neither an object nor an array.
    /// </summary>
    /// <value>
    /// The default is null: 400 and above, and for a <see cref="LinkErrorReaderOptions.Dialect"/> that answers errors with a
    /// success, as <c>junction</c> does with 200, that status too; so for one of <see cref="LinkErrorReaderOptions.CustomDialects"/>.
    /// </value>
    public Func<int, bool>? ReadsStatus { get; set; }

    internal bool Reads(int status) => ReadsStatus?.Invoke(status) ?? Reader.Dialect?.ReadsStatus(status) ?? (status >= 400 || Reader.CustomDialects.Any(dialect => dialect.ReadsStatus(status)));
}
