namespace LinkErrors.Tests.Docs;

/// <summary>The list of docs/errors.md is what the catalog says.</summary>
public sealed class ErrorsPageTests
{
    private const string Update = "UPDATE_ERRORS_PAGE";

    [Fact]
    public void Page_OfTheErrors_IsWhatTheCatalogSays()
    {
        string file = Path.Combine(Checkout.Root, "docs", "errors.md");
        string page = File.ReadAllText(file).ReplaceLineEndings("\n");
        string list = ErrorsPage.Write(LinkErrorCatalog.Default);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            int begin = page.IndexOf(ErrorsPage.Heading, StringComparison.Ordinal);
            page = (begin < 0 ? page.TrimEnd() + "\n\n" : page[..begin]) + list;
            File.WriteAllText(file, page);
        }

        page.Should().EndWith(list, $"docs/errors.md ends with what the catalog says. If the change is meant, run the test with {Update}=1 and check in the file");
    }

    [Fact]
    public void Entry_OfTheCatalog_SaysWhatItMeansWhyAndWhatToDo() =>
        LinkErrorCatalog.Default.Should().AllSatisfy(definition =>
        {
            definition.Description.Should().EndWith(".");
            definition.Action.Should().EndWith(".");
            definition.Causes.Should().NotBeEmpty().And.AllSatisfy(cause => cause.Should().EndWith(".").And.NotContain("`"));
            definition.Family.Should().NotBe("Errors of this application");
        });
}
