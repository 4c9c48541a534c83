using LinkErrors.Model;

namespace LinkErrors.Tests.Settings;

/// <summary>Who misspells a name is asked whether the nearest one was meant, and nobody is sent astray.</summary>
public sealed class SuggestionTests
{
    private static readonly string[] Known = ["junction", "oauth", "loop", "link_token_expired", "link_token_invalid"];

    [Theory]
    [InlineData("junctoin", "junction")]
    [InlineData("Juncton", "junction")]
    [InlineData("oath", "oauth")]
    [InlineData("loops", "loop")]
    [InlineData("link_token_expierd", "link_token_expired")]
    [InlineData("linkTokenExpired", "link_token_expired")]
    [InlineData("link_token_valid", "link_token_invalid")]
    public void Word_NearAName_IsAskedFor(string word, string expected) => Suggestion.Ask(word, Known).Should().Be($" Did you mean '{expected}'?");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("l")]
    [InlineData("klingon")]
    [InlineData("pool")]
    [InlineData("lo\nop-and-much-more")]
    [InlineData("link_token_expired_link_token_expired_link_token_expired_link_token_")]
    public void Word_NearNoName_IsNotAskedFor(string? word) => Suggestion.Ask(word, Known).Should().BeEmpty();
}
