using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LinkErrors.Responses;

/// <summary>What the headers of a request tell of the caller: a browser that navigates, or code.</summary>
internal static class ClientPreferences
{
    private static readonly HeaderMemory<int> Accepted = new(CompareParsed);

    /// <summary>
    /// <c>Sec-Fetch-Mode: navigate</c>; without Sec-Fetch headers, no sign of a script: neither
    /// <c>X-Requested-With: XMLHttpRequest</c> nor an <c>Accept</c> that prefers JSON. Android's WebView sends the former with
    /// the name of its package when it navigates.
    /// </summary>
    public static bool IsNavigation(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"] is [{ } mode, ..]
            ? mode.Equals("navigate", StringComparison.OrdinalIgnoreCase)
            : !request.Headers.XRequestedWith.Contains("XMLHttpRequest", StringComparer.OrdinalIgnoreCase) && !PrefersJson(request);

    /// <summary>
    /// Whether the browser fetches or renders ahead of a click that may never come (<c>Sec-Purpose</c>): nothing may reach the client of
    /// a link for it, and the browser asks again when the click comes.
    /// </summary>
    public static bool IsAhead(HttpRequest request) =>
        request.Headers["Sec-Purpose"] is [{ } purpose, ..] && purpose.StartsWith("prefetch", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether htmx asks by a script: the browser would follow a redirect to another origin inside of it, and block it.</summary>
    public static bool IsHtmx(HttpRequest request) => request.Headers["HX-Request"] == "true";

    /// <summary>Whether the client asks for HTML before JSON. A bare <c>*/*</c> does not.</summary>
    public static bool PrefersHtml(HttpRequest request) => Compare(request) < 0;

    /// <summary>Whether the client asks for JSON before HTML. A bare <c>*/*</c> does not.</summary>
    public static bool PrefersJson(HttpRequest request) => Compare(request) > 0;

    /// <summary>Less than zero for HTML, more than zero for JSON, zero when the client does not care.</summary>
    private static int Compare(HttpRequest request) => request.Headers.Accept is { Count: > 0 } accept ? Accepted.Find(accept) : 0;

    private static int CompareParsed(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? accepted))
        {
            return 0;
        }

        (double html, int htmlRank) = Rate(accepted, static type => IsHtml(type), "text/*");
        (double json, int jsonRank) = Rate(accepted, static type => IsJson(type), "application/*");
        int byQuality = json.CompareTo(html);
        return byQuality != 0 || html == 0 ? byQuality : htmlRank.CompareTo(jsonRank);
    }

    /// <summary>
    /// The quality of the first matching type, and its place in the header; 0 when none matches. Quality 0 means not
    /// acceptable (RFC 9110 §12.4.2), and a range counts only where no type is named (§12.5.1).
    /// </summary>
    private static (double Quality, int Rank) Rate(IList<MediaTypeHeaderValue> accepted, Func<MediaTypeHeaderValue, bool> matches, string range)
    {
        (double Quality, int Rank) byRange = (0, accepted.Count);
        for (int rank = 0; rank < accepted.Count; rank++)
        {
            MediaTypeHeaderValue type = accepted[rank];
            if (matches(type))
            {
                return (type.Quality ?? 1, rank);
            }

            if (byRange.Rank == accepted.Count && type.MediaType.Equals(range, StringComparison.OrdinalIgnoreCase))
            {
                byRange = (type.Quality ?? 1, rank);
            }
        }

        return byRange;
    }

    private static bool IsHtml(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)
        || type.MediaType.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
}
