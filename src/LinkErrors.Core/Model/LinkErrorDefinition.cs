using System.Text.Json;
using LinkErrors.Model;

namespace LinkErrors;

/// <summary>
/// A catalog entry: what every error of one code has in common. Immutable; copy it with a <c>with</c> expression.
/// </summary>
/// <example>
/// <code>
/// public static readonly LinkErrorDefinition DeviceOffline = new("device_offline")
/// {
///     Title = "Device offline",
///     Message = "The device {device} is offline.",
///     StatusCode = 409,
///     IsTransient = true,
/// };
/// </code>
/// </example>
public sealed record LinkErrorDefinition
{
    /// <summary>Creates an entry with the defaults that the properties name.</summary>
    /// <param name="code">
    /// The canonical code: 1 to 100 letters, digits, <c>_</c>, <c>-</c> or <c>.</c>; by convention snake_case.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is empty, too long or has another character.</exception>
    public LinkErrorDefinition(string code)
    {
        if (!LinkErrorCodeRule.IsValid(code))
        {
            throw new ArgumentException(
                $"The code '{code}' is not usable: a code is 1 to 100 ASCII letters, digits, '_', '-' or '.', for example 'device_offline'.",
                nameof(code));
        }

        Code = code;
    }

    /// <summary>The canonical code.</summary>
    public string Code { get; }

    /// <summary>A short phrase for people, 5 to 50 characters (the rule of ORCID Link).</summary>
    /// <value>The default is <c>Request failed</c>.</value>
    /// <exception cref="ArgumentException">The value is shorter than 5 or longer than 50 characters.</exception>
    public string Title
    {
        get;
        init
        {
            if (value is not { Length: >= 5 and <= 50 })
            {
                throw new ArgumentException($"The title '{value}' of '{Code}' is not usable: a title has 5 to 50 characters.", nameof(value));
            }

            field = value;
        }
    } = "Request failed";

    /// <summary>
    /// The public explanation. <c>{name}</c> stands for that member of the error's data, <c>{name|text}</c> for it or,
    /// when it is absent, for the text.
    /// </summary>
    /// <value>The default is <c>The request failed.</c></value>
    /// <exception cref="ArgumentException">The value is null or empty.</exception>
    public string Message
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    } = "The request failed.";

    /// <summary>The HTTP status of a response that is not a redirect, 400 to 599.</summary>
    /// <value>The default is 400.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not an HTTP error status.</exception>
    public int StatusCode
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 400);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 599);
            field = value;
        }
    } = 400;

    /// <summary>The family that it stands in, for the documentation and the catalog page.</summary>
    /// <value>The default is <c>Errors of this application</c>.</value>
    public string Family { get; init; } = "Errors of this application";

    /// <summary>What the code means, for the documentation and the catalog page.</summary>
    /// <value>The default is the empty string.</value>
    public string Description { get; init; } = "";

    /// <summary>What usually leads to it, a sentence each, for the documentation and the catalog page.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>What to do about it, for the documentation and the catalog page.</summary>
    /// <value>The default is the empty string.</value>
    public string Action { get; init; } = "";

    /// <summary>
    /// Whether the error may be sent to the redirect URI that the request names. False for errors that put this very URI
    /// or its client in doubt (RFC 6749 §4.1.2.1).
    /// </summary>
    /// <value>The default is true.</value>
    public bool MayRedirect { get; init; } = true;

    /// <summary>Whether the same request may succeed later, so that a retry is worth it.</summary>
    /// <value>The default is false.</value>
    public bool IsTransient { get; init; }

    /// <summary>The registered OAuth code that stands for this one where only registered codes may be sent.</summary>
    /// <value>The default is <c>invalid_request</c>.</value>
    public string OAuthCode { get; init; } = "invalid_request";

    /// <summary>
    /// Whether an error of an upstream service that becomes this one keeps the upstream's text. False keeps that text away
    /// from users and clients, who get this definition's message instead.
    /// </summary>
    /// <value>The default is false.</value>
    public bool CarriesUpstreamText { get; init; }

    /// <summary>
    /// The code that this one becomes for the link when an upstream service says it: this very code for an error that tells
    /// of the link already, or a code of the default catalog. Null leaves it to the status of the answer.
    /// </summary>
    /// <value>The default is null.</value>
    public string? UpstreamCode { get; init; }

    /// <summary>Whether nothing failed: the user said no, or the server said it for her.</summary>
    /// <value>The default is false.</value>
    public bool IsDenial { get; init; }

    /// <summary>
    /// Whether the error comes up only after the user was involved, or because the client asked not to involve her, so that no
    /// one can use it to turn the service into a redirector (RFC 9700 §4.11.2).
    /// </summary>
    /// <value>The default is false.</value>
    public bool IsSafeToRedirect { get; init; }

    /// <summary>Other words of well-known peers for the same thing: an answer with one of them is read as this code.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Makes the typed exception of this code for an error that was read from a peer; null for a plain <see cref="LinkException"/>.
    /// </summary>
    /// <value>The default is null.</value>
    public Func<LinkError, Exception?, LinkException>? ExceptionFactory { get; init; }

    /// <summary>Creates an error of this code with members for its message template, which become part of its public data.</summary>
    /// <param name="data">The names and values. A value that is null or empty is left out.</param>
    /// <returns>The error.</returns>
    /// <example><code>DeviceOffline.CreateError(("device", "thermostat"))</code></example>
    public LinkError CreateError(params ReadOnlySpan<(string Name, string? Value)> data)
    {
        JsonElement? members = null;
        foreach ((string name, string? value) in data)
        {
            members = LinkErrorData.Set(members, name, value);
        }

        return new LinkError(this) { Data = members };
    }

    /// <summary>Whether the code says nothing of the cause, so that the status of a peer's answer tells whether a retry is worth it.</summary>
    internal bool IsUnspecific { get => field || ExceptionFactory is null; init; }

    internal static LinkErrorDefinition Unknown(string code) => new(code) { OAuthCode = code };

    internal LinkException CreateException(LinkError error, Exception? innerException) =>
        ExceptionFactory?.Invoke(error, innerException) ?? new LinkException(error, debugMessage: null, innerException);

    internal string FormatMessage(JsonElement? data) => MessageTemplate.Format(Message, data);
}
