using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Inspection;

/// <summary>What the headers of a request said of who asks, and which of them said it.</summary>
internal static class CallerWords
{
    /// <summary>The header that counted, with its value, and what it means.</summary>
    public static string Describe(HttpRequest request, SecretMask mask)
    {
        if (request.Headers["Sec-Fetch-Mode"] is [{ } mode, ..])
        {
            return $"Sec-Fetch-Mode: {mask.Text(mode)} says that {(ClientPreferences.IsNavigation(request) ? "a browser navigates" : "a script asks")}";
        }

        if (request.Headers.XRequestedWith.Contains("XMLHttpRequest", StringComparer.OrdinalIgnoreCase))
        {
            return "X-Requested-With: XMLHttpRequest says that a script asks";
        }

        return ClientPreferences.PrefersJson(request) ? $"{Accept(request, mask)} prefers JSON, so a program asks"
            : "neither Sec-Fetch-Mode nor X-Requested-With nor Accept speaks of a script, so it counts as a browser";
    }

    /// <summary>What the caller would rather read.</summary>
    public static string DescribeAccept(HttpRequest request, SecretMask mask) =>
        ClientPreferences.PrefersHtml(request) ? $"{Accept(request, mask)} prefers HTML"
        : ClientPreferences.PrefersJson(request) ? $"{Accept(request, mask)} prefers JSON"
        : $"{Accept(request, mask)} does not prefer HTML";

    private static string Accept(HttpRequest request, SecretMask mask) =>
        request.Headers.Accept is { Count: > 0 } accept ? $"Accept: {mask.Text(accept.ToString())}" : "No Accept header";
}
