using System.Text.Json;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>An HTTP response as a dialect reads it: status, headers and the JSON of its body.</summary>
public sealed class LinkErrorResponse : IPeerMessage
{
    /// <summary>How the headers end in which servers name a request.</summary>
    private static readonly string[] RequestIdEndings = ["request-id", "correlation-id", "trace-id"];

    private readonly KeyValuePair<string, string>[] _headers;
    private readonly HashSet<string>? _repeated;
    private IReadOnlyList<AuthenticationChallenge>? _challenges;
    private string? _ambiguity;

    /// <summary>Creates a response.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers, one entry for each field line; names are compared without case.</param>
    /// <param name="body">The JSON of the body; null when it has none.</param>
    public LinkErrorResponse(int statusCode, IEnumerable<KeyValuePair<string, string>>? headers = null, JsonElement? body = null)
        : this(statusCode, headers?.ToArray() ?? [], body)
    {
    }

    private LinkErrorResponse(int statusCode, KeyValuePair<string, string>[] headers, JsonElement? body)
    {
        StatusCode = statusCode;
        Body = JsonText.ToReadable(body);
        _repeated = FindRepeated(Body);
        _headers = headers;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The JSON of the body, with U+FFFD in place of what is no text; null when it has none or is JSON's null.</summary>
    public JsonElement? Body { get; }

    /// <summary>The challenges of every <c>WWW-Authenticate</c> field, in order.</summary>
    public IReadOnlyList<AuthenticationChallenge> Challenges => _challenges ??= ReadChallenges();

    /// <summary>The first challenge that names an error (RFC 6750 §3); null when none does.</summary>
    internal AuthenticationChallenge? ErrorChallenge
    {
        get
        {
            for (int index = 0; index < Challenges.Count; index++)
            {
                if (Challenges[index].Parameters.TryGetValue("error", out string? error) && error.Length > 0)
                {
                    return Challenges[index];
                }
            }

            return null;
        }
    }

    string IPeerMessage.Part => "member";

    string? IPeerMessage.Ambiguity => _ambiguity;

    /// <summary>The value of a header's field lines.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The values, in order; empty when the header is absent.</returns>
    public IEnumerable<string> GetHeader(string name) =>
        _headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static header => header.Value);

    /// <summary>The value of a header's first field line; null when the header is absent.</summary>
    internal string? FindHeader(string name)
    {
        foreach ((string key, string value) in _headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A member of the body's JSON object.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value; null when there is no such member or it is null.</returns>
    public JsonElement? GetMember(string name)
    {
        if (_repeated?.Contains(name) == true)
        {
            _ambiguity = name;
        }

        return Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
    }

    /// <summary>A member of the body's JSON object that is a string.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The string; null when there is no such member, or it is empty or no string.</returns>
    public string? GetText(string name) =>
        GetMember(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>What stands at a path of the body or in a header, as <see cref="JsonLinkErrorDialect"/> writes paths.</summary>
    /// <param name="path">For example <c>errors.0.code</c>, <c>/error/.tag</c> or <c>header:X-Request-Id</c>.</param>
    /// <returns>A string that is not empty, or a number as it was written; null when there is neither.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or has an empty part.</exception>
    public string? FindText(string path) => ResponsePath.Parse(path, nameof(FindText)).FindText(this);

    void IPeerMessage.ForgetAmbiguity() => _ambiguity = null;

    LinkErrorMatch IPeerMessage.Recognize(LinkErrorDialectReader dialect, LinkErrorCatalog catalog) => dialect.Recognize(this, catalog);

    LinkError? IPeerMessage.Read(LinkErrorDialectReader dialect, LinkErrorCatalog catalog) => dialect.ReadResponse(this, catalog);

    LinkErrorOrigin IPeerMessage.Complete(LinkErrorOrigin origin) => origin with
    {
        RequestId = FindRequestId(),
        Challenges = Challenges,
        Body = Body,
    };

    private string? FindRequestId()
    {
        foreach ((string name, string value) in _headers)
        {
            foreach (string ending in RequestIdEndings)
            {
                if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return null;
    }

    /// <summary>The same response with the body that it turned out to have.</summary>
    internal LinkErrorResponse WithBody(JsonElement body) => new(StatusCode, _headers, body);

    /// <summary>One field line, as most answers have it, is read into the list that is kept.</summary>
    private List<AuthenticationChallenge> ReadChallenges()
    {
        List<AuthenticationChallenge>? challenges = null;
        foreach ((string name, string value) in _headers)
        {
            if (name.Equals("WWW-Authenticate", StringComparison.OrdinalIgnoreCase))
            {
                List<AuthenticationChallenge> found = new AuthenticationChallengeParser(value).Parse();
                if (challenges is null)
                {
                    challenges = found;
                }
                else
                {
                    challenges.AddRange(found);
                }
            }
        }

        return challenges ?? [];
    }

    private static HashSet<string>? FindRepeated(JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } members)
        {
            return null;
        }

        if (!JsonText.MayRepeatAName(members))
        {
            return null;
        }

        HashSet<string>? repeated = null;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty member in members.EnumerateObject())
        {
            if (!seen.Add(member.Name))
            {
                (repeated ??= new HashSet<string>(StringComparer.Ordinal)).Add(member.Name);
            }
        }

        return repeated;
    }
}
