using LinkErrors.Pages;

namespace LinkErrors.Tests.Pages;

/// <summary>Which language a tag gets: its own, or the nearest wider one (RFC 4647 §3.4).</summary>
public sealed class PageLanguageTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("DE", "de")]
    [InlineData("de-CH", "de")]
    [InlineData("de-Latn-CH-1996", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("pt-BR", "pt")]
    [InlineData("ar-EG", "ar")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh-Hans-CN", "zh-Hans")]
    [InlineData("zh-TW", null)]
    [InlineData("zh-HK", null)]
    [InlineData("zh-Hant", null)]
    [InlineData("zh-Hant-TW", null)]
    [InlineData("it", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("*", null)]
    [InlineData("<script>", null)]
    public void Find_OfATag_IsTheNearestLanguage(string tag, string? expected)
    {
        new PageLanguages([]).Find(tag)?.Tag.Should().Be(expected);
        (new PageLanguages([]).Find(tag) is null).Should().Be(expected is null);
    }

    [Fact]
    public void Find_OfALanguageThatTheApplicationAdds_IsThat()
    {
        new PageLanguages(["it"]).Find("it-CH")!.Tag.Should().Be("it");
    }
}
