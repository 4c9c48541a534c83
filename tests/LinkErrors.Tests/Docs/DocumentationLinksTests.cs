using System.Text.RegularExpressions;

namespace LinkErrors.Tests.Docs;

/// <summary>No link of the documentation is dead, be it to a file, to a heading, or in the table of contents.</summary>
public sealed partial class DocumentationLinksTests
{
    private static readonly string[] Pages =
    [
        .. Directory.EnumerateFiles(Checkout.Root, "*.md"),
        .. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    [Fact]
    public void Links_OfEveryPage_LeadSomewhere()
    {
        string[] dead = [.. Pages.SelectMany(page => Link().Matches(Prose(page)).Select(link => link.Groups["to"].Value).Where(to => IsDead(page, to)).Select(to => $"{Path.GetRelativePath(Checkout.Root, page)}: {to}"))];

        dead.Should().BeEmpty();
    }

    [Fact]
    public void Contents_NameEveryPage_Once()
    {
        string docs = Path.Combine(Checkout.Root, "docs");
        string[] named = [.. Entry().Matches(File.ReadAllText(Path.Combine(docs, "toc.yml"))).Select(entry => entry.Groups["to"].Value).Where(to => to.EndsWith(".md", StringComparison.Ordinal) && !to.StartsWith("..", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] there = [.. Pages.Select(page => Path.GetRelativePath(docs, page).Replace('\\', '/')).Where(page => !page.StartsWith("..", StringComparison.Ordinal) && !page.StartsWith("decisions/0", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        named.Should().Equal(there);
    }

    [Theory]
    [InlineData("docs/errors.md", "nowhere.md", true)]
    [InlineData("docs/errors.md", "pages.md#no-such-heading", true)]
    [InlineData("docs/errors.md", "pages.md#her-language", false)]
    [InlineData("docs/errors.md", "#every-error", false)]
    [InlineData("README.md", "pages.md", true)]
    public void Link_ThatIsPlanted_IsFoundWhenItIsDead(string page, string to, bool isDead) => IsDead(Path.Combine(Checkout.Root, page), to).Should().Be(isDead);

    private static bool IsDead(string page, string to)
    {
        if (to.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        string[] parts = to.Split('#', 2);
        string file = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
        return !Path.Exists(file) || (parts.Length == 2 && !Anchors(file).Contains(parts[1], StringComparer.Ordinal));
    }

    /// <summary>As a heading becomes an anchor: lower case, spaces as hyphens, and nothing but letters, digits, hyphens and underscores.</summary>
    private static IEnumerable<string> Anchors(string file) =>
        Heading().Matches(Prose(file)).Select(heading => Regex.Replace(heading.Groups["text"].Value.ToLowerInvariant().Replace(' ', '-'), "[^a-z0-9_-]", "", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Concat(Anchor().Matches(File.ReadAllText(file)).Select(anchor => anchor.Groups["id"].Value));

    private static string Prose(string file) => Fence().Replace(File.ReadAllText(file).ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"href: *(?<to>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
