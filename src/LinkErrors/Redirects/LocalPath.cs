namespace LinkErrors.Redirects;

/// <summary>A path of this site: what follows the host in an address, and never another host.</summary>
internal static class LocalPath
{
    /// <summary>What a message about one that is not valid says.</summary>
    public const string Rule = "without '//', dot segments or a fragment.";

    /// <summary>Whether a text is one. The grammar judges it as part of a whole address; '//' or '/\' would leave the site.</summary>
    public static bool IsValid(string path, bool allowFragment = false) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && RedirectUriGrammar.Check("https://localhost" + path, allowFragment) is null;

    /// <summary>
    /// The address of a path of the application below its path base, as of every path of ASP.NET Core; what is no path stays as it is.
    /// A path base with '//' in front, which a proxy may say, would be a host.
    /// </summary>
    /// <param name="pathBase">The path base, escaped as in an address.</param>
    /// <param name="uri">A path that is valid, or an address of another kind.</param>
    public static string Below(string pathBase, string uri) =>
        uri is ['/', ..] && !pathBase.StartsWith("//", StringComparison.Ordinal) ? pathBase + uri : uri;
}
