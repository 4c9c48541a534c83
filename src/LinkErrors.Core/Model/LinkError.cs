using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LinkErrors.Model;

namespace LinkErrors;

/// <summary>
/// What went wrong, as the other side may see it: an immutable value that every dialect can write and read.
/// </summary>
/// <remarks>
/// Nothing in it is secret: debug texts stay in the <see cref="LinkException"/> that carries the error. Copy it with a
/// <c>with</c> expression: <c>error with { State = "xyz" }</c>. Two errors are equal when all their values are.
/// </remarks>
public sealed record LinkError
{
    private static readonly string[] HelpUriSchemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp];

    private readonly string? _message;

    /// <summary>Creates an error with the title, message and status of its definition.</summary>
    /// <param name="definition">The catalog entry.</param>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public LinkError(LinkErrorDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
    }

    /// <summary>The catalog entry of <see cref="Code"/>; a bare one for a code that nobody knows.</summary>
    public LinkErrorDefinition Definition { get; }

    /// <summary>The canonical code, for example <c>link_token_expired</c>.</summary>
    public string Code => Definition.Code;

    /// <summary>A short phrase for people. The default is the definition's title.</summary>
    [AllowNull]
    public string Title { get => field ?? Definition.Title; init; }

    /// <summary>
    /// The public explanation. The default is the definition's message template, filled from <see cref="Data"/>. Setting
    /// it to null or the empty string restores the default.
    /// </summary>
    [AllowNull]
    public string Message
    {
        get => _message ?? Definition.FormatMessage(Data);
        init => _message = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>
    /// Whether <see cref="Message"/> was set on this error. A dialect with fixed texts of its own sends them only when
    /// it was not.
    /// </summary>
    public bool HasExplicitMessage => _message is not null;

    /// <summary>The HTTP status, 100 to 599. The default is the definition's. A dialect may have its own rule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not an HTTP status.</exception>
    public int StatusCode
    {
        get => field == 0 ? Definition.StatusCode : field;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 100);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 599);
            field = value;
        }
    }

    /// <summary>
    /// The opaque value that the client sent with its request and gets back unchanged (RFC 6749 §4.1.2.1); null when it
    /// sent none.
    /// </summary>
    public string? State { get; init; }

    /// <summary>
    /// JSON that describes the error further, for example the names of missing fields; null when there is none, or when it
    /// is JSON's null. Escapes that are no text, such as half a surrogate pair, become U+FFFD.
    /// </summary>
    public JsonElement? Data { get; init => field = JsonText.ToReadable(value); }

    /// <summary>The scopes that the operation needs (RFC 6750 §3). Empty when scopes do not matter.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<string> Scopes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = [.. value];
        }
    } = [];

    /// <summary>How long to wait before a retry; sent in whole seconds, at least one (RFC 9110 §10.2.3). Null when unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan? RetryAfter
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value.GetValueOrDefault(), TimeSpan.Zero, nameof(value));
            field = value;
        }
    }

    /// <summary>
    /// A page about the error (<c>error_uri</c> of RFC 6749, <c>type</c> of RFC 9457), absolute, http or https; null
    /// when there is none.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not an absolute http or https URI.</exception>
    public Uri? HelpUri
    {
        get;
        init
        {
            if (value is not null && !(value.IsAbsoluteUri && HelpUriSchemes.Contains(value.Scheme, StringComparer.Ordinal)))
            {
                throw new ArgumentException(
                    $"HelpUri is '{value}', but an error's help page is an absolute http or https URI such as 'https://docs.example.org/errors#{Code}'.",
                    nameof(value));
            }

            field = value;
        }
    }

    /// <summary>The identifier under which the service logged the error (a trace id); null when it was not logged.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>What the peer literally said, when the error was read from one; null for an error of this process.</summary>
    public LinkErrorOrigin? Origin { get; init; }

    /// <summary>
    /// Whether the same request may succeed later, so that a retry is worth it. An error that was read from a peer is transient
    /// also where the peer said when to come back, whatever its code; and where the code says nothing of the cause, the status
    /// decides: 429, 502, 503 and 504 are transient.
    /// </summary>
    public bool IsTransient =>
        Definition.IsTransient
        || (Origin is not null && (RetryAfter is not null || (StatusCode is 429 or 502 or 503 or 504 && Definition.IsUnspecific)));

    /// <summary>
    /// The typed exception of <see cref="Code"/> that carries this error; a plain <see cref="LinkException"/> when the code has none.
    /// </summary>
    /// <param name="innerException">What caused it, if anything.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <returns>A new exception, not thrown yet.</returns>
    public LinkException ToException(Exception? innerException = null, string? debugMessage = null)
    {
        LinkException exception = Definition.CreateException(this, innerException);
        exception.DebugMessage ??= debugMessage;
        return exception;
    }

    /// <summary>In seconds: no timer takes more than <see cref="int.MaxValue"/> milliseconds, whatever a peer asks for.</summary>
    internal const uint LongestRetryAfter = int.MaxValue / 1000;

    /// <inheritdoc/>
    public bool Equals(LinkError? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Code == other.Code
            && Title == other.Title
            && Message == other.Message
            && StatusCode == other.StatusCode
            && State == other.State
            && DataEquals(Data, other.Data)
            && Scopes.SequenceEqual(other.Scopes, StringComparer.Ordinal)
            && RetryAfter == other.RetryAfter
            && HelpUri?.OriginalString == other.HelpUri?.OriginalString
            && ReferenceId == other.ReferenceId
            && Origin == other.Origin);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Title, Message, StatusCode, State, RetryAfter, ReferenceId, Origin);

    /// <summary>The code, the status and the message; not the state or the data, which may be somebody's secret.</summary>
    public override string ToString() => $"{Code} ({StatusCode}): {SingleLine.Escape(Message)}";

    private static bool DataEquals(JsonElement? left, JsonElement? right)
    {
        if (left is not { } first || right is not { } second)
        {
            return left is null && right is null;
        }

        try
        {
            return first.GetRawText() == second.GetRawText() || JsonElement.DeepEquals(first, second);
        }
        catch (ArgumentOutOfRangeException)
        {
            // A peer's number whose exponent is too large to compare is the same only letter for letter.
            return false;
        }
    }
}
