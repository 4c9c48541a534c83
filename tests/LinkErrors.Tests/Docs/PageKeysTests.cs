namespace LinkErrors.Tests.Docs;

/// <summary>The keys of docs/pages.md are those of the pages, and who has the packages alone finds them.</summary>
public sealed class PageKeysTests
{
    private const string Update = "UPDATE_PAGE_KEYS";

    [Fact]
    public void Page_OfThePages_HasEveryKey()
    {
        string file = Path.Combine(Checkout.Root, "docs", "pages.md");
        string page = File.ReadAllText(file).ReplaceLineEndings("\n");
        string keys = PageKeys.Write();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            int begin = page.IndexOf(PageKeys.Heading, StringComparison.Ordinal);
            page = (begin < 0 ? page.TrimEnd() + "\n\n" : page[..begin]) + keys;
            File.WriteAllText(file, page);
        }

        page.Should().EndWith(keys, $"docs/pages.md ends with the keys of the texts. If the change is meant, run the test with {Update}=1 and check in the file");
    }
}
