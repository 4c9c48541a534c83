using System.Text.RegularExpressions;

namespace LinkErrors.Tests.Conventions;

/// <summary>Rules that only the text of a file can show. Each gives the violations that it finds.</summary>
internal static partial class SourceRules
{
    private const int MaximumLines = 250;

    private const int MaximumLinesOfAFamily = 300;

    private const string FamilyFolder = "LinkErrors.Core/Catalog/";

    private static readonly string[] PublicNamespaces = ["LinkErrors", "LinkErrors.Exceptions", "LinkErrors.Dialects", "LinkErrors.Flows", "LinkErrors.Client", "LinkErrors.Testing"];

    /// <summary>The projects whose internal types are in a namespace of their own.</summary>
    private static readonly (string Folder, string Namespace)[] OwnNamespaces =
    [
        ("LinkErrors.Client/", "LinkErrors.Client"), ("LinkErrors.Analyzers/", "LinkErrors.Analyzers"), ("LinkErrors.Analyzers.CodeFixes/", "LinkErrors.Analyzers"), ("LinkErrors.Testing/", "LinkErrors.Testing"),
    ];

    /// <summary>They read what others have sent, or written, and send nothing.</summary>
    private static readonly string[] ReadLocation = ["LinkErrors.Core/Reading/", "LinkErrors.Analyzers/", "LinkErrors.Testing/"];

    private static readonly string[] MaySetLocation = ["LinkErrors/Responses/LinkErrorWriter.cs", "LinkErrors/Responses/RedirectLocation.cs"];

    /// <summary>
    /// Users see five namespaces, their tests one more; what they do not see is in the namespace of its folder, below <c>LinkErrors</c>, or below
    /// the namespace of a project that has its own. Extension methods live where a user's own code finds them without a using directive.
    /// </summary>
    public static IEnumerable<string> FindForeignNamespaces(IEnumerable<SourceFile> files)
    {
        foreach (SourceFile file in files)
        {
            string[] declared = [.. Namespace().Matches(file.Text).Select(match => match.Groups["name"].Value).DefaultIfEmpty("")];
            string[] folders = file.Path.Split('/')[1..^1];
            string folder = string.Join('.', folders.Prepend(OwnNamespaces.FirstOrDefault(own => file.Path.StartsWith(own.Folder, StringComparison.Ordinal)).Namespace ?? "LinkErrors"));
            bool isPublic = PublicType().IsMatch(Outdent(file.Text));
            bool isExtension = file.Path.EndsWith("Extensions.cs", StringComparison.Ordinal);
            foreach (string name in declared)
            {
                bool isAllowed = isPublic
                    ? PublicNamespaces.Contains(name, StringComparer.Ordinal) || (isExtension && name.StartsWith("Microsoft.", StringComparison.Ordinal))
                    : name == folder;
                if (!isAllowed)
                {
                    yield return $"{file} is in namespace '{name}' instead of {(isPublic ? $"one of {string.Join(", ", PublicNamespaces)}" : $"'{folder}'")}";
                }
            }
        }
    }

    /// <summary>A redirect that is built elsewhere would be one that nobody validated.</summary>
    public static IEnumerable<string> FindRedirects(IEnumerable<SourceFile> files) =>
        from file in files
        where !MaySetLocation.Contains(file.Path, StringComparer.Ordinal)
        where !ReadLocation.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
        from Match match in Location().Matches(Comment().Replace(file.Text, ""))
        select $"{file} has '{match.Value}'";

    public static IEnumerable<string> FindLongFiles(IEnumerable<SourceFile> files) =>
        from file in files
        let lines = file.Text.Split('\n').Length - 1
        let maximum = file.Path.StartsWith(FamilyFolder, StringComparison.Ordinal) ? MaximumLinesOfAFamily : MaximumLines
        where lines > maximum
        select $"{file} has {lines} lines; the most is {maximum}";

    /// <summary>One public type a file, apart from the catalog, where a family is a file.</summary>
    public static IEnumerable<string> FindCrowdedFiles(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.Path.StartsWith(FamilyFolder, StringComparison.Ordinal)
        let types = PublicType().Matches(Outdent(file.Text)).Select(match => match.Groups["name"].Value).ToArray()
        where types.Length > 1
        select $"{file} has {types.Length} public types: {string.Join(", ", types)}";

    /// <summary>The types of a namespace with braces stand one level in.</summary>
    private static string Outdent(string text) => text.Contains("\n{\n", StringComparison.Ordinal) && !Namespace().Match(text).Value.EndsWith(';') ? Indentation().Replace(text, "") : text;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex("^ {4}", RegexOptions.Multiline, 1000)]
    private static partial Regex Indentation();

    [GeneratedRegex("""Headers\.Location\b|"Location"|HeaderNames\.Location\b|\.Redirect\(""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Location();

    [GeneratedRegex("^ *//.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^public (?:[a-z]+ )*(?:class|record|struct|interface|enum|delegate)\b (?:struct |class )?(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();
}
