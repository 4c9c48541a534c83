using System.Runtime.CompilerServices;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// How a provider answers errors, stated as data: where its JSON has the code and the text, and what its codes mean. On a callback it
/// reads <c>error</c> and the other parameters of RFC 6749 §4.1.2.1, with the same table of codes.
/// </summary>
/// <remarks>
/// A path names members and indexes with dots, <c>errors.0.code</c>; it is a JSON Pointer (RFC 6901) where it begins with a slash,
/// <c>/error/.tag</c>; and a header where it begins so, <c>header:X-Request-Id</c>. Of several paths the first that has a value counts.
/// A value is a string or a number; numbers are read as they were written. A challenge that names an error (RFC 6750 §3) goes before the body.
/// Safe to share between threads.
/// </remarks>
/// <example>
/// <code>
/// new JsonLinkErrorDialect("strava")
/// {
///     Code = ["errors.0.code"],
///     Text = ["message"],
///     Codes = { ["invalid"] = LinkErrorCodes.InvalidGrant },
/// }
/// </code>
/// </example>
public sealed class JsonLinkErrorDialect : LinkErrorDialectReader
{
    private readonly ResponsePath[] _code = [];
    private readonly ResponsePath[] _subCode = [];
    private readonly ResponsePath[] _text = [];
    private readonly ResponsePath[] _scopes = [];
    private readonly ResponsePath[] _reference = [];
    private readonly ResponsePath[] _retryAfter = [];

    /// <summary>Creates a dialect that finds the error by the status alone; the properties say more.</summary>
    /// <param name="name">The name by which the dialect is known, for example <c>strava</c>.</param>
    /// <param name="catalog">The catalog whose codes the tables may name; null for <see cref="LinkErrorCatalog.Default"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public JsonLinkErrorDialect(string name, LinkErrorCatalog? catalog = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Codes = new LinkErrorCodeTable(name, catalog ?? LinkErrorCatalog.Default);
        StatusCodes = new LinkErrorStatusTable(name, catalog ?? LinkErrorCatalog.Default);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>
    /// Where the code is. Of several, the first that <see cref="Codes"/> or the catalog knows counts, else the first. The name of
    /// the response's own status (<c>Unauthorized</c> with 401) and prose are no codes.
    /// </summary>
    /// <value>The default is empty: the status names the error.</value>
    /// <exception cref="ArgumentException">A path is empty or has an empty part.</exception>
    public IReadOnlyList<string> Code { get; init => field = Parse(value, out _code); } = [];

    /// <summary>Where a second code is, that refines the first; asked in order.</summary>
    /// <value>The default is empty.</value>
    /// <exception cref="ArgumentException">A path is empty or has an empty part.</exception>
    public IReadOnlyList<string> SubCode { get; init => field = Parse(value, out _subCode); } = [];

    /// <summary>Where the text is.</summary>
    /// <value>The default is empty: what stands in place of a code and is none, else the definition's message.</value>
    /// <exception cref="ArgumentException">A path is empty or has an empty part.</exception>
    public IReadOnlyList<string> Text { get; init => field = Parse(value, out _text); } = [];

    /// <summary>Where the scopes are that the operation needs: an array, or words apart by spaces or commas.</summary>
    /// <value>The default is empty.</value>
    /// <exception cref="ArgumentException">A path is empty or has an empty part.</exception>
    public IReadOnlyList<string> Scopes { get; init => field = Parse(value, out _scopes); } = [];

    /// <summary>Where the identifier is under which the provider logged the error.</summary>
    /// <value>The default is empty.</value>
    /// <exception cref="ArgumentException">A path is empty or has an empty part.</exception>
    public IReadOnlyList<string> Reference { get; init => field = Parse(value, out _reference); } = [];

    /// <summary>
    /// Where the delay is before a retry, in seconds, apart from <c>Retry-After</c>. From 1,000,000,000 on it is a point in time, in
    /// seconds since 1970, measured against the header <c>Date</c>. A header counts only with an error that is transient: those that
    /// tell of a rate limit stand on every answer.
    /// </summary>
    /// <value>The default is empty.</value>
    /// <exception cref="ArgumentException">A path is empty or has an empty part.</exception>
    public IReadOnlyList<string> RetryAfter { get; init => field = Parse(value, out _retryAfter); } = [];

    /// <summary>What the provider's codes mean. It goes before the catalog: a provider may mean something else by a standard code.</summary>
    public LinkErrorCodeTable Codes { get; }

    /// <summary>What the statuses mean where no code that is known tells. A status without a row means what it means for problem details.</summary>
    public LinkErrorStatusTable StatusCodes { get; }

    /// <summary>
    /// Whether a code that neither <see cref="Codes"/> nor the catalog knows becomes the error's code, as the codes of OAuth do. False for
    /// a provider whose codes are a vocabulary of its own: the status names the error then. A number never becomes a code. The wire code is
    /// in <see cref="LinkErrorOrigin.WireCode"/> either way.
    /// </summary>
    /// <value>The default is true.</value>
    public bool PassesUnknownCodes { get; init; } = true;

    /// <summary>
    /// Whether a response with a status below 400 is an error, for a provider that answers errors with a success: <c>response =>
    /// response.FindText("errcode") is not (null or "0")</c>. Where it is set, successes are looked at.
    /// </summary>
    /// <value>The default is null: none is.</value>
    public Func<LinkErrorResponse, bool>? IsError { get; init; }

    /// <inheritdoc/>
    public override bool ReadsStatus(int status) => base.ReadsStatus(status) || (IsError is not null && status is >= 200 and <= 299);

    /// <inheritdoc/>
    public override LinkErrorMatch Recognize(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        parameters.Find("error") is { } wireCode && Codes.Find(wireCode) is not null ? LinkErrorMatch.Possible : LinkErrorMatch.None;

    /// <inheritdoc/>
    public override LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        IsFailure(response) && _code.Concat(_text).Any(path => path.FindText(response) is not null) ? LinkErrorMatch.Possible : LinkErrorMatch.None;

    /// <inheritdoc/>
    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog)
    {
        if (LinkErrorDialects.OAuth.ReadParameters(parameters, catalog) is not { Origin: { } origin } error)
        {
            return null;
        }

        string code = Codes.Find(origin.WireCode!) ?? error.Code;
        return CreateError(catalog, code, origin.WireCode, origin.WireText) with { Origin = origin with { Dialect = Name }, State = error.State, HelpUri = error.HelpUri };
    }

    /// <inheritdoc/>
    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        AuthenticationChallenge? challenge = response.StatusCode >= 400 ? response.ErrorChallenge : null;
        if (challenge is null && (response.Body is null || !IsFailure(response)))
        {
            return null;
        }

        string? text = challenge?.Parameters.GetValueOrDefault("error_description") ?? FindText(_text, response);
        LinkError error;
        if (challenge?.Parameters["error"] is { } named)
        {
            error = CreateError(catalog, Codes.Find(named) ?? named, named, text);
        }
        else
        {
            (string code, string? wireCode) = FindCode(response, catalog);
            error = CreateError(catalog, code, wireCode, text ?? FindText(_code, response, candidate => !IsCode(candidate) && !IsNameOfStatus(candidate, response.StatusCode)));
        }

        string[] scopes = challenge?.Parameters.GetValueOrDefault("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        error = AddResponse(error, response)! with
        {
            Data = OAuthDialect.ReadData(challenge, response),
            Scopes = scopes is [] ? _scopes.Select(path => path.FindWords(response)).FirstOrDefault(words => words is not [], []) : scopes,
            ReferenceId = FindText(_reference, response),
        };
        TimeSpan? delay = _retryAfter.Where(path => path.Header is null || error.IsTransient).Select(path => path.FindDelay(response)).FirstOrDefault(found => found is not null);
        return delay is null ? error : error with { RetryAfter = delay };
    }

    private static string? FindText(ResponsePath[] paths, LinkErrorResponse response, Func<string, bool>? isMeant = null)
    {
        foreach (ResponsePath path in paths)
        {
            if (path.FindText(response) is { } text && isMeant?.Invoke(text) != false)
            {
                return text;
            }
        }

        return null;
    }

    private static bool IsCode(string text) => LinkErrorCodeRule.IsValid(text);

    private static bool IsNumber(string code) => code.All(character => char.IsAsciiDigit(character) || character is '-' or '.');

    /// <summary>It says no more than the status does.</summary>
    private static bool IsNameOfStatus(string text, int status) =>
        ReasonPhrase.Find(status) is { } phrase
        && string.Equals(text.Replace(" ", "", StringComparison.Ordinal), phrase.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private bool IsFailure(LinkErrorResponse response) => response.StatusCode >= 400 || IsError?.Invoke(response) == true;

    private (string Code, string? WireCode) FindCode(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        string? first = null;
        foreach (ResponsePath path in _code)
        {
            if (path.FindText(response) is not { } candidate)
            {
                continue;
            }

            if (FindMeaning(candidate, response, catalog) is { } known)
            {
                return (known, candidate);
            }

            first ??= IsCode(candidate) && !IsNameOfStatus(candidate, response.StatusCode) ? candidate : null;
        }

        bool passes = first is not null && PassesUnknownCodes && !IsNumber(first);
        return (passes ? first! : StatusCodes.Find(response.StatusCode) ?? GetCode(response.StatusCode), first);
    }

    private string? FindMeaning(string code, LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        foreach (ResponsePath path in _subCode)
        {
            if (path.FindText(response) is { } subCode && Codes.Find(code, subCode) is { } refined)
            {
                return refined;
            }
        }

        return Codes.Find(code) ?? (catalog.TryFind(code, out _) ? code : null);
    }

    private IReadOnlyList<string> Parse(IReadOnlyList<string> paths, out ResponsePath[] parsed, [CallerMemberName] string property = "")
    {
        ArgumentNullException.ThrowIfNull(paths);
        parsed = [.. paths.Select(path => ResponsePath.Parse(path, $"{property} of the dialect '{Name}'"))];
        return [.. paths];
    }
}
