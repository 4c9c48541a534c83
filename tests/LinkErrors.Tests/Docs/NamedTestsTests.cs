using System.Text.RegularExpressions;

namespace LinkErrors.Tests.Docs;

/// <summary>The table of threats names the test behind each line. What it names is there, so that no line is only a claim.</summary>
public sealed partial class NamedTestsTests
{
    private static readonly Lazy<string> Tests = new(() => string.Concat(
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => Path.GetFileNameWithoutExtension(file) != nameof(NamedTestsTests)) // It has the planted names.
            .Select(file => $"{Path.GetRelativePath(Path.Combine(Checkout.Root, "tests"), file)}\n{File.ReadAllText(file)}")));

    [Fact]
    public void SecurityPage_NamesTests_ThatExist()
    {
        string[] named = [.. FindNamed(File.ReadAllLines(Path.Combine(Checkout.Root, "docs", "security.md")))];

        named.Should().HaveCountGreaterThan(80, "the check must see the table");
        named.Where(name => !Exists(name)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("LinkFlowTests.Request_ThatNobodyTests_IsFound")]
    [InlineData("Targets/RedirectUriTableTests")]
    [InlineData("NoSuchTests")]
    [InlineData("eng/no-such.sh")]
    public void Name_Planted_IsFound(string name)
    {
        Exists(name).Should().BeFalse();
    }

    /// <summary>What stands between backticks in the last column.</summary>
    private static IEnumerable<string> FindNamed(IEnumerable<string> lines) =>
        lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Split(" | ").Length >= 3)
            .SelectMany(line => Quoted().Matches(line.Split(" | ")[^1]))
            .Select(match => match.Groups["name"].Value);

    /// <summary>A file or folder, or a class and its method; an ellipsis leaves the rest of a method's name out.</summary>
    private static bool Exists(string name)
    {
        if (File.Exists(Path.Combine(Checkout.Root, name)) || Tests.Value.Contains($"{name.TrimEnd('/')}/", StringComparison.Ordinal))
        {
            return true;
        }

        string[] parts = name.Split('/');
        string[] members = parts[^1].Split('.');
        bool isInItsFolder = parts.Length == 1 || Tests.Value.Contains($"{string.Join('/', parts[..^1])}/{members[0]}", StringComparison.Ordinal);
        return isInItsFolder && members.All(member => Regex.IsMatch(
            Tests.Value,
            $@"(?:(?:class|record|void|Task) {Regex.Escape(member.TrimEnd('…'))}{(member.EndsWith('…') ? "" : @"\b")})",
            RegexOptions.None,
            TimeSpan.FromSeconds(10)));
    }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
