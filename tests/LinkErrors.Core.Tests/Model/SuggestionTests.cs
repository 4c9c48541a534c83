using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Model;

/// <summary>Who misspells a code in a table is asked whether the nearest one was meant.</summary>
public sealed class SuggestionTests
{
    private static readonly LinkErrorCatalog Catalog = LinkErrorCatalog.Default.Add(
        Misspellings.Known.Where(name => !LinkErrorCatalog.Default.TryFind(name, out _)).Select(name => new LinkErrorDefinition(name)));

    [Theory]
    [MemberData(nameof(Misspellings.Near), MemberType = typeof(Misspellings))]
    public void Code_NearAnother_IsAskedFor(string word, string expected) =>
        Explain(word).Should().Contain($" is '{word}', which is no code of the catalog. Did you mean '{expected}'? Name a constant");

    [Theory]
    [MemberData(nameof(Misspellings.Far), MemberType = typeof(Misspellings))]
    public void Code_NearNoOther_IsNotAskedFor(string? word) =>
        Explain(word).Should().Contain($" is {(word is null ? "null" : $"'{word}'")}, which is no code of the catalog. Name a constant");

    private static string Explain(string? word)
    {
        LinkErrorReaderOptions options = new() { Catalog = Catalog };
        options.Codes["x"] = word!;
        return options.FindMistakes().Should().ContainSingle().Which;
    }
}
