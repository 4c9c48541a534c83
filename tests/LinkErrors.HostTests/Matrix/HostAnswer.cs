using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.HostTests.Matrix;

/// <summary>An answer in the few words that matter: its status, whose it is, and its code.</summary>
/// <param name="Words">The words.</param>
/// <param name="State">The state that the client gets back; null for none.</param>
/// <param name="CacheControl">What is said of caching.</param>
/// <param name="Location">Where the browser is sent; null for nowhere.</param>
/// <param name="Body">The body as it came.</param>
internal sealed partial record HostAnswer(string Words, string? State, string? CacheControl, string? Location, string Body)
{
    public const string HostPage = "handled by the host";

    /// <summary>Whether the browser goes back to the client with an error.</summary>
    public bool IsForClient => Words.Contains(" client ", StringComparison.Ordinal);

    /// <summary>Whether the library has answered.</summary>
    public bool IsOurs => IsForClient || Words.Split(' ', 2)[1] == "page" || Words.Contains(" JSON `", StringComparison.Ordinal);

    /// <summary>Whether the browser goes to the login page of the application.</summary>
    public bool IsLogin => Words.EndsWith(" login page", StringComparison.Ordinal);

    public static async Task<HostAnswer> ReadAsync(HttpResponseMessage response)
    {
        string body = await response.Content.ReadAsStringAsync();
        string? location = response.Headers.NonValidated.TryGetValues("Location", out HeaderStringValues values) ? values.ToString() : null;
        (string words, string? state) = location is null ? (DescribeBody(response, body), null) : DescribeLocation(location);
        return new HostAnswer($"{(int)response.StatusCode} {words}", state, response.Headers.CacheControl?.ToString(), location, body);
    }

    private static (string Words, string? State) DescribeLocation(string location)
    {
        string[] parts = location.Split('?', 2);
        if (parts[0] != HostFlow.Target)
        {
            return (parts[0].EndsWith("/login", StringComparison.Ordinal) ? "login page" : "elsewhere", null);
        }

        Dictionary<string, StringValues> query = QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "");
        return ($"client `{query["error"]}`", query.TryGetValue("state", out StringValues state) ? state.ToString() : null);
    }

    private static string DescribeBody(HttpResponseMessage response, string body) => response.Content.Headers.ContentType?.MediaType switch
    {
        _ when body.Length == 0 => "empty",
        _ when body == HostPage => "the host's page",
        "application/json" or "application/problem+json" => DescribeJson(body),
        "text/html" when response.Headers.Contains("Content-Security-Policy") => "page",
        _ when body.Contains("ok", StringComparison.Ordinal) && response.StatusCode == HttpStatusCode.OK => "ok",
        _ => $"other {response.Content.Headers.ContentType?.MediaType}",
    };

    private static string DescribeJson(string body)
    {
        JsonElement root = JsonElement.Parse(body);
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("code", out JsonElement code))
        {
            return "JSON of the host";
        }

        string fields = root.TryGetProperty("detail", out JsonElement text) && Fields().Match(text.GetString()!) is { Success: true } named
            ? " " + named.Groups["fields"].Value
            : "";
        return $"JSON `{code.GetString()}`{fields}";
    }

    [GeneratedRegex(@"^Missing or not valid: (?<fields>.+)\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fields();
}
