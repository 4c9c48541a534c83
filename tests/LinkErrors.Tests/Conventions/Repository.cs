namespace LinkErrors.Tests.Conventions;

/// <summary>The sources of the library, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The C# files below <c>src</c>, by their path there, with forward slashes.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(Path.Combine(Root, "src"), file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static string Find(string folder)
    {
        DirectoryInfo? directory = new(folder);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "LinkErrors.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException($"No folder above '{folder}' holds LinkErrors.sln.");
    }
}
