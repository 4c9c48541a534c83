using System.Buffers;
using LinkErrors.Flows;

namespace LinkErrors.Redirects;

/// <summary>
/// What a redirect URI may look like: the part of RFC 3986 that every browser reads in the same way. It never asks
/// <see cref="Uri"/>, which folds and forgives what browsers do not.
/// </summary>
internal static class RedirectUriGrammar
{
    public const int MaximumLength = 2000;

    private const string Localhost = "http://localhost";
    private const string LowerLetters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Letters = LowerLetters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<char> UriCharacters = SearchValues.Create(Letters + Digits + "-._~:/?#[]@!$&'()*+,;=%");
    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create(LowerLetters + Digits + "+-.");

    /// <summary>Schemes that run code, read files or are the browser's own; never a target, whatever is allowed.</summary>
    private static readonly string[] ForbiddenSchemes =
        ["javascript", "vbscript", "data", "file", "blob", "filesystem", "about", "view-source", "ftp", "ws", "wss", "mailto", "tel", "sms", "jar", "intent"];

    public static RedirectUriRefusal? Check(string? uri, bool allowFragment = false, bool allowInsecureSchemes = false)
    {
        if (string.IsNullOrEmpty(uri))
        {
            return new("empty", "a redirect URI must not be empty.");
        }

        if (uri.Length > MaximumLength)
        {
            return new("length", $"a redirect URI has at most {MaximumLength} characters.");
        }

        int stranger = uri.AsSpan().IndexOfAnyExcept(UriCharacters);
        if (stranger >= 0)
        {
            return new("character", $"character U+{(int)uri[stranger]:X4} at position {stranger} may not stand in a URI; percent-encode it.");
        }

        return CheckEscapes(uri) ?? CheckFragment(uri, allowFragment) ?? CheckScheme(uri, allowInsecureSchemes);
    }

    /// <summary>
    /// Whether a URI is <c>http://127.0.0.1</c> or <c>http://[::1]</c> (RFC 8252 §7.3), or <c>http://localhost</c> (§8.3), and where its
    /// port stands.
    /// </summary>
    public static bool TryFindLoopbackPort(string uri, out Range port, out bool isLocalhost)
    {
        isLocalhost = false;
        foreach (string prefix in (ReadOnlySpan<string>)["http://127.0.0.1", "http://[::1]", Localhost])
        {
            if (!uri.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            ReadOnlySpan<char> rest = uri.AsSpan(prefix.Length);
            int end = rest.IndexOfAny("/?#");
            ReadOnlySpan<char> authorityRest = end < 0 ? rest : rest[..end];
            port = prefix.Length..(prefix.Length + authorityRest.Length);
            isLocalhost = prefix == Localhost;
            return authorityRest.IsEmpty || (authorityRest[0] == ':' && RedirectUriAuthority.CheckPort(authorityRest[1..]) is null);
        }

        port = default;
        return false;
    }

    private static RedirectUriRefusal? CheckEscapes(ReadOnlySpan<char> uri)
    {
        for (int percent = uri.IndexOf('%'); percent >= 0;)
        {
            if (percent + 2 >= uri.Length || !char.IsAsciiHexDigit(uri[percent + 1]) || !char.IsAsciiHexDigit(uri[percent + 2]))
            {
                return new("escape", "a percent sign must be followed by two hexadecimal digits.");
            }

            if (uri[percent + 1] is '0' or '1' || uri.Slice(percent + 1, 2).Equals("7f", StringComparison.OrdinalIgnoreCase))
            {
                return new("control", "an escaped control character may not stand in a redirect URI.");
            }

            int next = uri[(percent + 3)..].IndexOf('%');
            percent = next < 0 ? -1 : percent + 3 + next;
        }

        return null;
    }

    private static RedirectUriRefusal? CheckFragment(ReadOnlySpan<char> uri, bool allowFragment)
    {
        int hash = uri.IndexOf('#');
        return hash < 0 || (allowFragment && !uri[(hash + 1)..].Contains('#'))
            ? null
            : new("fragment", "a redirect URI has no fragment (RFC 6749 section 3.1.2).");
    }

    private static RedirectUriRefusal? CheckScheme(ReadOnlySpan<char> uri, bool allowInsecureSchemes)
    {
        int colon = uri.IndexOf(':');
        if (colon <= 0 || uri[..colon].ContainsAny("/?#"))
        {
            return new("absolute", "a redirect URI is absolute: it begins with a scheme such as 'https://'.");
        }

        ReadOnlySpan<char> scheme = uri[..colon];
        if (scheme.ContainsAnyExcept(SchemeCharacters) || !char.IsAsciiLetterLower(scheme[0]))
        {
            return new("scheme", "a scheme has lower-case letters, digits, '+', '-' and '.'.");
        }

        ReadOnlySpan<char> rest = uri[(colon + 1)..];
        if (scheme is "https" or "http")
        {
            return CheckWeb(rest, isHttps: scheme is "https", allowInsecureSchemes);
        }

        return CheckPrivateUse(scheme, rest, allowInsecureSchemes);
    }

    private static RedirectUriRefusal? CheckWeb(ReadOnlySpan<char> rest, bool isHttps, bool allowInsecureSchemes)
    {
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return new("absolute", "a web address has '//' and a host after its scheme.");
        }

        ReadOnlySpan<char> authority = TakeAuthority(rest);
        if (RedirectUriAuthority.Check(authority, out ReadOnlySpan<char> host) is { } refusal)
        {
            return refusal;
        }

        if (!isHttps && !allowInsecureSchemes && host is not ("127.0.0.1" or "[::1]" or "localhost"))
        {
            return new("https", "plain http is for the loopback hosts 127.0.0.1, [::1] and localhost; use https.");
        }

        return CheckPath(rest[(2 + authority.Length)..]);
    }

    private static RedirectUriRefusal? CheckPrivateUse(ReadOnlySpan<char> scheme, ReadOnlySpan<char> rest, bool allowInsecureSchemes)
    {
        if (ForbiddenSchemes.Contains(scheme.ToString(), StringComparer.Ordinal))
        {
            return new("scheme", $"'{scheme}' is not a scheme to send a browser to.");
        }

        if (!allowInsecureSchemes && !scheme.Contains('.'))
        {
            return new("private-use", $"the scheme '{scheme}' is neither https nor a reversed domain name with a dot, such as 'com.example.app' (RFC 8252 section 7.1).");
        }

        if (rest is not ['/', ..])
        {
            return new("absolute", "a private-use scheme is followed by ':/'.");
        }

        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return CheckPath(rest);
        }

        ReadOnlySpan<char> authority = TakeAuthority(rest);
        return (authority.IsEmpty ? null : RedirectUriAuthority.Check(authority, out _)) ?? CheckPath(rest[(2 + authority.Length)..]);
    }

    private static ReadOnlySpan<char> TakeAuthority(ReadOnlySpan<char> rest)
    {
        int end = rest[2..].IndexOfAny("/?#");
        return end < 0 ? rest[2..] : rest.Slice(2, end);
    }

    /// <summary>Browsers resolve dot segments, plain or escaped, so a path that has them is not what it seems.</summary>
    private static RedirectUriRefusal? CheckPath(ReadOnlySpan<char> pathAndRest)
    {
        int end = pathAndRest.IndexOfAny("?#");
        ReadOnlySpan<char> path = end < 0 ? pathAndRest : pathAndRest[..end];
        if (path.ContainsAny("[]"))
        {
            return new("character", "square brackets may stand in a host only; percent-encode them.");
        }

        if (!path.Contains('.') && !path.Contains("%2e", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (Range segment in path.Split('/'))
        {
            string plain = path[segment].ToString().Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
            if (plain is "." or "..")
            {
                return new("dot-segment", "a path has no '.' or '..' segments, escaped or not.");
            }
        }

        return null;
    }
}
