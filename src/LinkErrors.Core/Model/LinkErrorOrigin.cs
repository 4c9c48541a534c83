using System.Text.Json;
using System.Text.Json.Serialization;
using LinkErrors.Model;

namespace LinkErrors;

/// <summary>What a peer literally said: kept beside the canonical <see cref="LinkError"/> that was read from it.</summary>
/// <remarks>
/// Parameters, challenges and body are the evidence: they may hold tokens and people's data. Nothing writes or logs them, JSON
/// serializers skip them, and they do not count when two origins are compared.
/// </remarks>
public sealed record LinkErrorOrigin
{
    /// <summary>Creates an origin.</summary>
    /// <param name="dialect">The name of the dialect that read it, for example <c>junction</c>.</param>
    /// <param name="wireCode">The peer's own code, letter for letter; null when it sent none.</param>
    /// <param name="wireText">The peer's own text, letter for letter; null when it sent none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public LinkErrorOrigin(string dialect, string? wireCode, string? wireText)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        Dialect = dialect;
        WireCode = wireCode;
        WireText = wireText;
    }

    /// <summary>The name of the dialect that read it, for example <c>junction</c>.</summary>
    public string Dialect { get; init; }

    /// <summary>The peer's own code, letter for letter; null when it sent none.</summary>
    public string? WireCode { get; init; }

    /// <summary>The peer's own text, letter for letter; null when it sent none.</summary>
    public string? WireText { get; init; }

    /// <summary>
    /// The peer's own help page (<c>error_uri</c> of RFC 6749) or problem type (<c>type</c> of RFC 9457), letter for letter; null
    /// when it sent none, or none that is kept.
    /// </summary>
    /// <value>The default is null.</value>
    public string? WireUri { get; init; }

    /// <summary>The authorization server that says it sent the callback (<c>iss</c>, RFC 9207); null when none does.</summary>
    /// <value>The default is null.</value>
    public string? Issuer { get; init; }

    /// <summary>The identifier of the request in a header such as <c>X-Request-Id</c>, for the peer's support; null when it sent none.</summary>
    /// <value>The default is null.</value>
    public string? RequestId { get; init; }

    /// <summary>The decoded parameters of the callback, in their order; empty for a response.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Every challenge of the response (RFC 9110 §11.6.1), in order; empty for a callback.</summary>
    [JsonIgnore]
    public IReadOnlyList<AuthenticationChallenge> Challenges { get; init; } = [];

    /// <summary>
    /// The JSON of the body, no longer than the reader's limit; an object of its parameters where the body was form-encoded. Null
    /// when there was none.
    /// </summary>
    /// <value>The default is null.</value>
    [JsonIgnore]
    public JsonElement? Body { get; init; }

    /// <summary>
    /// Whatever the peer named so: in the body, else in the parameters, else in a challenge.
    /// </summary>
    /// <example><code>exception.Error.Origin?.Find("mfa_token")</code></example>
    /// <param name="path">The name, letter for letter; for the body also a path of members and indexes, as in <c>errors.0.code</c>.</param>
    /// <returns>The text, or the JSON of what is no string; null when there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public string? Find(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return JsonPath.Find(Body, path) is { } value
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : Parameters.FirstOrDefault(parameter => parameter.Key == path).Value
                ?? Challenges.Select(challenge => challenge.Parameters.GetValueOrDefault(path)).FirstOrDefault(found => found is not null);
    }

    /// <inheritdoc/>
    public bool Equals(LinkErrorOrigin? other) =>
        other is not null
        && Dialect == other.Dialect
        && WireCode == other.WireCode
        && WireText == other.WireText
        && WireUri == other.WireUri
        && Issuer == other.Issuer
        && RequestId == other.RequestId;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dialect, WireCode, WireText, WireUri, Issuer, RequestId);

    /// <summary>The dialect, the code and the text, on one line; not what else the peer sent, which may be somebody's secret.</summary>
    public override string ToString() => SingleLine.Escape($"{Dialect}: {WireCode} {WireText}");
}
