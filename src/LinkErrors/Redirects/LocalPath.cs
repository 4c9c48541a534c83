namespace LinkErrors.Redirects;

/// <summary>A path of this site: what follows the host in an address, and never another host.</summary>
internal static class LocalPath
{
    /// <summary>What a message about one that is not valid says.</summary>
    public const string Rule = "without '//', dot segments or a fragment.";

    /// <summary>Whether a text is one. The grammar judges it as part of a whole address; '//' or '/\' would leave the site.</summary>
    public static bool IsValid(string path, bool allowFragment = false) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && RedirectUriGrammar.Check("https://localhost" + path, allowFragment) is null;
}
