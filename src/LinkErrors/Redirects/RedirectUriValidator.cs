using LinkErrors.Redirects;

namespace LinkErrors.Flows;

/// <summary>Explains what may be registered as a redirect URI, and why a URI may not.</summary>
/// <remarks>
/// The rules are stricter than RFC 3986, so that every browser reads a registered URI in one way: ASCII, absolute, <c>https</c>
/// (or <c>http</c> to a loopback host, or a private-use scheme with a dot), a host in its final spelling, no user name, no
/// fragment, no dot segments, no backslash, no control character, not even an escaped one.
/// </remarks>
public static class RedirectUriValidator
{
    /// <summary>Checks a URI that somebody wants to register.</summary>
    /// <param name="uri">The URI, letter for letter.</param>
    /// <param name="allowInsecureSchemes">
    /// Whether <c>http</c> to other hosts than loopback, and private-use schemes without a dot, are allowed.
    /// </param>
    /// <returns>Null when it may be registered; otherwise the rule that it breaks.</returns>
    public static RedirectUriRefusal? Check(string? uri, bool allowInsecureSchemes = false) =>
        RedirectUriGrammar.Check(uri, allowFragment: false, allowInsecureSchemes);
}
