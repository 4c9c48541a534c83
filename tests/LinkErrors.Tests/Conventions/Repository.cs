namespace LinkErrors.Tests.Conventions;

/// <summary>The sources of the library, found from where the tests run.</summary>
internal static class Repository
{
    /// <summary>The C# files below <c>src</c>, by their path there, with forward slashes.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(Path.Combine(Checkout.Root, "src"), file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];
}
