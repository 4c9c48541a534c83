using System.Text.Json;
using System.Text.Json.Serialization;
using LinkErrors;

namespace ErrorLab;

/// <summary>What was read, or why nothing was.</summary>
internal sealed record ReadAnswer
{
    public ReadAnswer(string reason) => Reason = reason;

    public ReadAnswer(LinkError error)
    {
        Exception = error.ToException().GetType().Name;
        IsTransient = error.IsTransient;
        Origin = error.Origin is { } origin ? new ReadOrigin(origin) : null;
        Error = new ReadError(
            error.Code,
            error.Origin?.WireCode,
            error.Origin?.Dialect,
            error.Title,
            error.Message,
            error.StatusCode,
            error.State,
            error.Scopes,
            error.RetryAfter is { } delay ? (long)Math.Ceiling(delay.TotalSeconds) : null,
            error.HelpUri?.OriginalString,
            error.Data);
    }

    public bool Read => Error is not null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exception { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsTransient { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReadError? Error { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReadOrigin? Origin { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; }

    internal sealed record ReadError(
        string Code,
        string? WireCode,
        string? Dialect,
        string Title,
        string Message,
        int StatusCode,
        string? State,
        IReadOnlyList<string> Scopes,
        long? RetryAfter,
        string? HelpUri,
        JsonElement? Data);
}
