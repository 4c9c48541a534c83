using System.Globalization;
using System.Text.Json;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// Where a value stands in a response: members and indexes with dots (<c>errors.0.code</c>), a JSON Pointer (RFC 6901) for names
/// that have a dot themselves (<c>/error/.tag</c>), or a header (<c>header:X-Request-Id</c>).
/// </summary>
internal sealed class ResponsePath
{
    private const string HeaderPrefix = "header:";

    /// <summary>A number of seconds from here on is a point in time, not a delay of three decades.</summary>
    private const double FirstPointInTime = 1_000_000_000;

    private readonly string[] _steps;

    private ResponsePath(string? header, string[] steps)
    {
        Header = header;
        _steps = steps;
    }

    /// <summary>The name of the header; null for a place in the body.</summary>
    public string? Header { get; }

    /// <summary>Reads a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="owner">Who has it, for the message: the beginning of a sentence.</param>
    public static ResponsePath Parse(string path, string owner)
    {
        ArgumentNullException.ThrowIfNull(path);
        string? header = path.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase) ? path[HeaderPrefix.Length..] : null;
        string[] steps = header is not null ? [header]
            : path.StartsWith('/') ? [.. path[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]
            : path.Split('.');
        if (steps.Contains("", StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"{owner} has the path '{path}', of which a part is empty. A path is 'errors.0.code', or '/error/.tag' (JSON Pointer, RFC 6901) where a name has a dot, or 'header:X-Request-Id'.",
                nameof(path));
        }

        return new ResponsePath(header, header is null ? steps : []);
    }

    /// <summary>A string that is not empty, or a number as it was written; null for anything else.</summary>
    public string? FindText(LinkErrorResponse response) =>
        Header is not null
            ? response.GetHeader(Header).FirstOrDefault() is { Length: > 0 } value ? value : null
            : JsonPath.ToText(Find(response));

    /// <summary>The strings of an array, or the words of a string that are apart by spaces or commas.</summary>
    public string[] FindWords(LinkErrorResponse response) =>
        Header is null && Find(response) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Select(item => JsonPath.ToText(item)).OfType<string>()]
            : FindText(response)?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Seconds, or a point in time in seconds since 1970, against the clock of the peer.</summary>
    public TimeSpan? FindDelay(LinkErrorResponse response)
    {
        if (!double.TryParse(FindText(response), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            return null;
        }

        if (seconds >= FirstPointInTime)
        {
            if (!DateTimeOffset.TryParseExact(response.FindHeader("Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset now))
            {
                return null;
            }

            seconds = Math.Max(0, seconds - now.ToUnixTimeSeconds());
        }

        return TimeSpan.FromSeconds(Math.Min(seconds, LinkError.LongestRetryAfter));
    }

    /// <summary>The first step goes through the response, which notices names that are there twice.</summary>
    private JsonElement? Find(LinkErrorResponse response)
    {
        JsonElement? element = response.Body is { ValueKind: JsonValueKind.Array } array ? JsonPath.Step(array, _steps[0]) : response.GetMember(_steps[0]);
        foreach (string step in _steps.AsSpan(1))
        {
            element = JsonPath.Step(element, step);
        }

        return element;
    }
}
