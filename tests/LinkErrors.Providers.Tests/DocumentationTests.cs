namespace LinkErrors.Providers.Tests;

/// <summary>The page is what the statements say.</summary>
public sealed class DocumentationTests
{
    private const string Update = "UPDATE_PROVIDERS_PAGE";

    [Fact]
    public void Page_OfTheProviders_IsWhatTheStatementsSay()
    {
        string file = Path.Combine(Checkout.Root, "docs", "providers.md");
        string page = ProvidersPage.Write(ProviderShapes.All);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(file, page);
        }

        File.ReadAllText(file).ReplaceLineEndings("\n").Should().Be(
            page, $"docs/providers.md is made from the statements and their recorded shapes. If the change is meant, run the test with {Update}=1 and check in the file");
    }
}
