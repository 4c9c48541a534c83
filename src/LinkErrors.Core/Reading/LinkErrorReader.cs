using System.Net.Http.Headers;
using System.Text.Json;
using LinkErrors.Reading;

namespace LinkErrors.Dialects;

/// <summary>
/// Reads what a peer sent back into an error: a callback, or a response. It never throws on what a peer sent, reads no
/// more than a limit, and says why when there is nothing to read. Safe to share between threads.
/// </summary>
/// <param name="options">How to read; null for the defaults.</param>
/// <exception cref="ArgumentException">An option has a value with which nothing can be read.</exception>
public sealed class LinkErrorReader(LinkErrorReaderOptions? options = null)
{
    /// <summary>What every timer takes, whatever a peer asks for.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(int.MaxValue / 1000);

    private readonly LinkErrorReaderOptions _options = Check(options ?? new LinkErrorReaderOptions());

    /// <summary>The most that it reads of a body, in bytes, and of the parameters of a callback, in characters.</summary>
    public int MaxLength => _options.MaxLength;

    /// <summary>
    /// Reads a callback: the query of a URL and its fragment, where response modes put an error (RFC 6749 §4.1.2.1, §4.2.2.1).
    /// </summary>
    /// <param name="url">The URL, absolute or relative, as it was received; nothing but its <c>?</c> and <c>#</c> matters.</param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public LinkErrorReading ReadCallback(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        int hash = url.IndexOf('#', StringComparison.Ordinal);
        string beforeFragment = hash < 0 ? url : url[..hash];
        int question = beforeFragment.IndexOf('?', StringComparison.Ordinal);
        return ReadParameters(question < 0 ? "" : beforeFragment[question..], hash < 0 ? "" : url[hash..]);
    }

    /// <summary>Reads the parameters of a callback: a query, a fragment, or the body of a form_post.</summary>
    /// <param name="encoded">The parameters as <c>application/x-www-form-urlencoded</c>, with or without a leading <c>?</c> or <c>#</c>.</param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="encoded"/> is null.</exception>
    public LinkErrorReading ReadParameters(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        return IssuerCheck.Run(_options, [encoded]) ?? ReadEncoded(encoded);
    }

    /// <summary>Reads the parameters of a callback that come in two places: in the query, and in the fragment or the body of a form_post.</summary>
    /// <param name="query">The query, encoded, with or without a leading <c>?</c>; empty when there is none.</param>
    /// <param name="other">The fragment or the form, encoded, with or without a leading <c>#</c>; empty when there is none.</param>
    /// <returns>The error, or why there is none: two errors are <see cref="LinkErrorUnreadable.Ambiguous"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LinkErrorReading ReadParameters(string query, string other)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(other);
        LinkErrorReading first = ReadEncoded(query);
        LinkErrorReading second = ReadEncoded(other);
        return IssuerCheck.Run(_options, [query, other]) is { } refusal ? refusal
            : first.IsError && second.IsError
            ? LinkErrorReading.None(LinkErrorUnreadable.Ambiguous, "There is an error in the query and another in the fragment or the form.")
            : first.Unreadable == LinkErrorUnreadable.NoError ? second : first;
    }

    /// <summary>Reads a response from its parts. The <c>Location</c> of a redirect (3xx) is read as a callback.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers, one entry for each field line; null when there are none.</param>
    /// <param name="body">The bytes of the body; their encoding is found by byte order mark, header and content.</param>
    /// <param name="isCutOff">Whether the connection ended before the body did: then nothing of it counts.</param>
    /// <returns>The error, or why there is none.</returns>
    public LinkErrorReading ReadResponse(int statusCode, IEnumerable<KeyValuePair<string, string>>? headers, ReadOnlySpan<byte> body, bool isCutOff = false)
    {
        LinkErrorResponse head = new(statusCode, headers);
        BodyText text = isCutOff ? BodyText.CutOff
            : body.Length > _options.MaxLength ? BodyText.TooLarge
            : BodyText.Decode(body, head.FindHeader("Content-Type"), _options.MaxDepth);
        return Read(head, text);
    }

    /// <summary>Reads a response from its parts, with a body that is text already.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers, one entry for each field line; null when there are none.</param>
    /// <param name="body">The text of the body; null when it has none.</param>
    /// <returns>The error, or why there is none.</returns>
    public LinkErrorReading ReadResponse(int statusCode, IEnumerable<KeyValuePair<string, string>>? headers, string? body = null) =>
        Read(new LinkErrorResponse(statusCode, headers), body?.Length > _options.MaxLength ? BodyText.TooLarge : new BodyText(body ?? ""));

    private static LinkErrorReaderOptions Check(LinkErrorReaderOptions options) =>
        options.FindMistakes() is [{ } mistake, ..] ? throw new ArgumentException(mistake, nameof(options)) : options;

    private static LinkErrorReading TooLarge(string what) =>
        LinkErrorReading.None(LinkErrorUnreadable.TooLarge, $"{what} longer than the limit of the reader.");

    private LinkErrorReading ReadEncoded(string encoded) => encoded.Length > _options.MaxLength
        ? TooLarge("The parameters are")
        : Complete(LinkErrorRecognition.ReadParameters(LinkErrorParameters.Parse(encoded), _options.Catalog, _options.Dialect, _options.CustomDialects), response: null);

    private LinkErrorReading Read(LinkErrorResponse head, BodyText body)
    {
        if (head.StatusCode is >= 300 and <= 399 && head.FindHeader("Location") is { } location)
        {
            return ReadCallback(location);
        }

        JsonElement? json = body.ParseJson(_options.MaxDepth) ?? FormBody.Parse(head, body.Text);
        LinkErrorResponse response = json is { } found ? head.WithBody(found) : head;
        LinkErrorReading reading = Complete(
            LinkErrorRecognition.ReadResponse(response, _options.Catalog, _options.Dialect, _options.CustomDialects), response);

        // A challenge may have named the error, whatever the body is.
        return reading.Unreadable != LinkErrorUnreadable.NoError ? reading
            : body.IsCutOff ? LinkErrorReading.None(LinkErrorUnreadable.CutOff, "The connection ended before the body did.")
            : body.Text is null ? TooLarge("The body is")
            : json is null && body.Text.Length > 0 ? NotJson.Explain(head, body.Text)
            : reading;
    }

    /// <summary>Adds what no dialect knows: the peer's own codes, and a date in <c>Retry-After</c> (RFC 9110 §10.2.3).</summary>
    private LinkErrorReading Complete(LinkErrorReading reading, LinkErrorResponse? response)
    {
        if (reading.Error is not { } error)
        {
            return reading;
        }

        if (CodeMapping.Find(_options.Codes, error.Origin) is { } code)
        {
            error = CodeMapping.Apply(error, _options.Catalog.Resolve(code), response?.StatusCode);
        }

        if (response is not null && error.RetryAfter is null
            && RetryConditionHeaderValue.TryParse(response.FindHeader("Retry-After"), out RetryConditionHeaderValue? retry))
        {
            TimeSpan? delay = retry.Delta ?? retry.Date - _options.TimeProvider.GetUtcNow();
            error = error with { RetryAfter = delay is { } time ? TimeSpan.FromTicks(Math.Clamp(time.Ticks, 0, LongestRetryAfter.Ticks)) : null };
        }

        return LinkErrorReading.Of(_options.Adjust?.Invoke(error, response) ?? error);
    }
}
