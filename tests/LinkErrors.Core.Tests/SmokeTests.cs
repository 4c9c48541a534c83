using LinkErrors.Errors;

namespace LinkErrors.Core.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Catalog_Default_HasEntries() => LinkErrorCatalog.Default.Should().NotBeEmpty();
}
