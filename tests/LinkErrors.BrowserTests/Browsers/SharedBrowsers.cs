namespace LinkErrors.BrowserTests.Browsers;

/// <summary>The tests that share the engines run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowsers : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browsers";
}
