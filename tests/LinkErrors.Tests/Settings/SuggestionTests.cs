using LinkErrors.Model;

namespace LinkErrors.Tests.Settings;

/// <summary>Who misspells a name is asked whether the nearest one was meant, and nobody is sent astray.</summary>
public sealed class SuggestionTests
{
    [Theory]
    [MemberData(nameof(Misspellings.Near), MemberType = typeof(Misspellings))]
    public void Word_NearAName_IsAskedFor(string word, string expected) => Suggestion.Ask(word, Misspellings.Known).Should().Be($" Did you mean '{expected}'?");

    [Theory]
    [MemberData(nameof(Misspellings.Far), MemberType = typeof(Misspellings))]
    public void Word_NearNoName_IsNotAskedFor(string? word) => Suggestion.Ask(word, Misspellings.Known).Should().BeEmpty();
}
