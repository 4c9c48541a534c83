using System.Globalization;
using LinkErrors.Flows;

namespace LinkErrors.Inspection;

/// <summary>How a redirect URI differs from the registered one that is nearest to it.</summary>
internal static class UriDifference
{
    /// <summary>A client with more is looked at as far as this.</summary>
    private const int MostRegistered = 1000;

    private const int MostListed = 5;

    /// <summary>Where they part, and what that usually is.</summary>
    public static string Describe(LinkClient client, string requested)
    {
        if (FindNearest(client, requested) is not { } registered)
        {
            return "It has registered none.";
        }

        int index = registered.AsSpan().CommonPrefixLength(requested);
        string place = (index + 1).ToString(CultureInfo.InvariantCulture);
        string first = (index < registered.Length, index < requested.Length) switch
        {
            (true, true) => $"They differ first at character {place}: registered is {Name(registered[index])}, requested is {Name(requested[index])}.",
            (true, false) => $"The requested one ends at character {place}, where the registered one has {Name(registered[index])}.",
            _ => $"The registered one ends at character {place}, where the requested one has {Name(requested[index])}.",
        };
        return first + Explain(registered, requested);
    }

    /// <summary>What is registered, beside what was requested.</summary>
    public static IEnumerable<string> List(LinkClient client, string requested, SecretMask mask)
    {
        string? nearest = FindNearest(client, requested);
        yield return $"Requested: {mask.Uri(requested)}";
        yield return $"Nearest that is registered: {mask.Uri(nearest)}";
        int others = client.RedirectUris.Count - 1;
        if (others > 0)
        {
            string more = others > MostListed ? string.Create(CultureInfo.InvariantCulture, $" and {others - MostListed} more") : "";
            yield return $"Also registered: {string.Join(", ", client.RedirectUris.Where(uri => uri != nearest).Take(MostListed).Select(mask.Uri))}{more}.";
        }
    }

    private static string? FindNearest(LinkClient client, string requested) =>
        client.RedirectUris.Take(MostRegistered).MaxBy(uri => uri.AsSpan().CommonPrefixLength(requested));

    private static string Explain(string registered, string requested) =>
        string.Equals(registered, requested, StringComparison.OrdinalIgnoreCase) ? " They differ in upper and lower case only, which counts."
        : registered == requested + "/" || requested == registered + "/" ? " They differ in a slash at the end, which counts."
        : WithoutScheme(registered) == WithoutScheme(requested) ? " They differ in the scheme only."
        : requested.StartsWith(registered + "?", StringComparison.Ordinal) || requested.StartsWith(registered + "&", StringComparison.Ordinal)
            ? " The requested one has a query more. What a client wants back belongs into its state."
        : LinkClient.WithoutLoopbackPort(registered) is { } loopback && loopback == LinkClient.WithoutLoopbackPort(requested)
            ? " They differ in the port only: AllowLoopbackPorts (RFC 8252 section 7.3) is for that."
        : "";

    private static string WithoutScheme(string uri) => uri[(uri.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Name(char character) =>
        character is > ' ' and < '\u007F' ? $"'{character}'" : string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
}
