using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using LinkErrors.Pages;

namespace LinkErrors.Tests.Pages;

/// <summary>The words of the pages: complete in every language, with the same names in the same places, and in nobody's jargon.</summary>
public sealed partial class PageTextTests
{
    /// <summary>That of ORCID Link's field, whose client shows it to people too.</summary>
    private const int LongestTitle = 50;

    private static readonly string[] Parts = ["Title", "Message", "Action"];

    /// <summary>Words that a developer knows and a person who links her tracker does not.</summary>
    private static readonly string[] Jargon =
    [
        "state", "client", "scope", "endpoint", "token", "redirect", "uri", "url", "parameter", "server", "api", "oauth", "openid", "oidc",
        "saml", "jwt", "pkce", "nonce", "grant", "callback", "session", "identifier", "credential", "authorization", "authentication",
        "http", "https", "json", "header", "payload", "issuer", "resource", "exception", "invalid", "error", "fatal", "upstream", "backend",
        "domain", "captcha", "sorry", "oops", "unfortunately",
    ];

    private static readonly Dictionary<string, Dictionary<string, string>> Texts = PageLanguages.Shipped.ToDictionary(tag => tag, Read, StringComparer.Ordinal);

    public static TheoryData<string> Languages => [.. PageLanguages.Shipped];

    public static TheoryData<string> Translations => [.. PageLanguages.Shipped.Where(tag => tag != "en")];

    [Fact]
    public void Situations_OfTheCatalog_AreKnownForEveryCode()
    {
        PageSituations.Codes.Should().BeEquivalentTo(LinkErrorCatalog.Default.Select(definition => definition.Code));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_AreThereForEverySituation(string language)
    {
        string[] needed = [.. PageSituations.All.SelectMany(_ => Parts, (situation, part) => $"{situation.Name}.{part}").Distinct(StringComparer.Ordinal)];
        needed.Should().HaveCountGreaterThan(100, "a table that is not read proves nothing");
        Texts[language].Keys.Should().Contain(needed);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Texts_OfALanguage_HaveTheKeysAndNamesOfEnglish(string language)
    {
        Texts[language].Keys.Should().BeEquivalentTo(Texts["en"].Keys);
        foreach ((string key, string text) in Texts[language])
        {
            FindNames(text).Should().BeEquivalentTo(FindNames(Texts["en"][key]), $"{key} of {language} has the names of English");
        }
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Texts_OfALanguage_AreNotLeftInEnglish(string language)
    {
        Texts[language].Where(row => row.Value == Texts["en"][row.Key]).Select(row => row.Key)
            .Should().BeSubsetOf(["page.WindowTitle", "page.WindowTitle.unnamed"]);
    }

    /// <summary>A text that nobody shows would be translated for nobody.</summary>
    [Fact]
    public void FixedTexts_OfThePages_AreShownOrDocumented()
    {
        string sources = string.Concat(Directory.GetFiles(Path.Combine(Checkout.Root, "src/LinkErrors/Pages"), "*.cs").Append(Path.Combine(Checkout.Root, "docs/pages.md")).Select(File.ReadAllText));
        string[] keys = [.. Texts["en"].Keys.Where(key => key.StartsWith("page.", StringComparison.Ordinal) && !key.EndsWith(PageTexts.Unnamed, StringComparison.Ordinal))];

        keys.Should().HaveCountGreaterThan(10, "a table that is not read proves nothing")
            .And.AllSatisfy(key => sources.Should().Contain($"\"{key}\""));
    }

    /// <summary>One text names one person at most, so that two variants are always enough.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_WithAName_HaveAVariantWithout(string language)
    {
        foreach ((string key, string text) in Texts[language])
        {
            string[] names = [.. FindNames(text).Where(name => name != "title").Distinct(StringComparer.Ordinal)];
            names.Should().HaveCountLessThanOrEqualTo(1, key);
            names.Should().BeSubsetOf(["provider", "product"], key);
            if (key.EndsWith(PageTexts.Unnamed, StringComparison.Ordinal))
            {
                names.Should().BeEmpty(key);
                FindNames(Texts[language][key[..^PageTexts.Unnamed.Length]]).Should().NotBeEmpty(key);
            }
            else if (names.Length > 0)
            {
                Texts[language].Should().ContainKey(key + PageTexts.Unnamed);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_AreTidyAndShort(string language)
    {
        bool isDense = language is "ja" or "zh-Hans";
        foreach ((string key, string text) in Texts[language])
        {
            text.Should().NotBeEmpty(key).And.Be(text.Trim(), key).And.NotContain("  ", key);
            text.IsNormalized(NormalizationForm.FormC).Should().BeTrue(key);
            text.Should().NotMatchRegex(@"[!\uFF01\u00A1\u2026<>&\u200B-\u200F\u202A-\u202E\u2066-\u2069]", key);
            bool isTitle = key.Contains(".Title", StringComparison.Ordinal);
            text.Length.Should().BeLessThanOrEqualTo(isTitle ? (isDense ? 40 : LongestTitle) : isDense ? 110 : 190, key);
            if (isTitle)
            {
                text.Should().NotMatchRegex("[.\u3002]$", key);
            }
            else if (!key.StartsWith("page.", StringComparison.Ordinal))
            {
                text.Should().MatchRegex("[.\u3002]$", key);
            }
        }
    }

    [Fact]
    public void Texts_InEnglish_HaveNoWordOfDevelopers()
    {
        foreach ((string key, string text) in Texts["en"])
        {
            string[] words = [.. Word().Matches(Name().Replace(text, "")).Select(match => match.Value.ToLowerInvariant())];
            words.SelectMany(word => new[] { word, word.TrimEnd('s') }).Should().NotIntersectWith(Jargon, key);
            text.Should().NotMatchRegex("['\"\u2018\u2019\u201C\u201D]", key);
        }
    }

    /// <summary>Names are of any language: what stands in front of one must not depend on its first letter or its gender.</summary>
    [Theory]
    [InlineData("fr", @"\b(de|d\u2019|que|qu\u2019) ?\{")]
    [InlineData("es", @"\b[oy] \{")]
    [InlineData("pt", @"\b(do|da|no|na|ao|o|a) \{")]
    [InlineData("de", @"\}s\b")]
    [InlineData("ar", @"(^|[ \u060C])[\u0628\u0644\u0643\u0648\u0641]\u0640?\{")]
    public void Names_InASentence_NeedNoInflection(string language, string pattern)
    {
        Texts[language].Values.Where(text => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))).Should().BeEmpty();
    }

    [Fact]
    public void Text_ThatIsMissing_IsFound()
    {
        PageTexts texts = new([]);
        PageLanguage english = PageLanguage.English;

        texts.Invoking(all => all.Find(english, _ => null, "none.Title")).Should().Throw<InvalidOperationException>().WithMessage("*none.Title*");
        texts.Find(english, _ => null, "provider_unreachable.Title").ToString().Should().Be("The other service is not answering");
        texts.Find(english, _ => "Fitbit", "provider_unreachable.Title").ToString().Should().Be("\u2068Fitbit\u2069 is not answering");
    }

    private static Dictionary<string, string> Read(string tag)
    {
        ResourceManager resources = new(typeof(PageTexts));
        CultureInfo culture = tag == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(tag);
        ResourceSet set = resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    private static IEnumerable<string> FindNames(string text) => Name().Matches(text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
