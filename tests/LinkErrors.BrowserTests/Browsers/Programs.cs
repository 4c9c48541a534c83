namespace LinkErrors.BrowserTests.Browsers;

/// <summary>Programs that may be installed.</summary>
internal static class Programs
{
    /// <summary>The first of some names that the search path has; null when it has none.</summary>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names)
        {
            if (folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } path)
            {
                return path;
            }
        }

        return null;
    }
}
