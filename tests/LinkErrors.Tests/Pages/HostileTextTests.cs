using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Pages;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace LinkErrors.Tests.Pages;

/// <summary>
/// Whatever a text contains, a page has the elements and attributes that it has with a harmless text: the application's own words,
/// its branding, what a provider said, its documentation, and what is posted to a client.
/// </summary>
public sealed class HostileTextTests
{
    private const string Harmless = "A harmless text";

    private static readonly RedirectTarget Target = new LinkClient("web", ["https://client.example/cb"]).Validate("https://client.example/cb").Target!;

    public static TheoryData<string> Payloads => ErrorPageTests.Payloads;

    [Theory]
    [MemberData(nameof(Payloads))]
    public void ErrorPage_WithAPayload_HasTheElementsOfTheHarmlessPage(string payload) => Compare([payload], RenderErrorPage);

    [Theory]
    [MemberData(nameof(Payloads))]
    public void PostedPage_WithAPayload_HasTheElementsOfTheHarmlessPage(string payload)
    {
        Compare([payload], RenderFormPost);
        Compare([payload], RenderWebMessage);
    }

    [Fact]
    public void CatalogPage_WithPayloads_HasTheElementsOfTheHarmlessPage() => CompareCatalog([.. Payloads.Cast<object[]>().Select(row => (string)row[0])]);

    [CorporaFact]
    public void Pages_WithThePayloadsOfTheCorpus_HaveTheElementsOfTheHarmlessPages()
    {
        string[] payloads = [.. JsonElement.Parse(Corpora.Read("xss", "xss.json")).EnumerateArray().Select(row => row.GetProperty("payload").GetString()!)];
        payloads.Should().HaveCountGreaterThan(1000, "a corpus that is not read proves nothing");

        Compare(payloads, RenderErrorPage);
        Compare(payloads, RenderFormPost);
        Compare(payloads, RenderWebMessage);
        CompareCatalog(payloads);
    }

    private static void Compare(string[] payloads, Func<string, ReadOnlyMemory<byte>> render)
    {
        string harmless = Draw(Harmless);
        foreach (string payload in payloads)
        {
            Draw(payload).Should().Be(harmless, payload);
        }

        string Draw(string text) => Describe(Parse(render(text)).All);
    }

    /// <summary>Each element with the names of its attributes, which are as fixed as it is.</summary>
    private static string Describe(IEnumerable<IElement> elements) =>
        string.Join('\n', elements.Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}"));

    private static IHtmlDocument Parse(ReadOnlyMemory<byte> html) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(html.Span));

    private static ReadOnlyMemory<byte> RenderErrorPage(string text)
    {
        (LinkErrorPageContext page, PageTheme theme) = CreatePage(text);
        return ErrorPage.Render(page, theme).Html;
    }

    private static ReadOnlyMemory<byte> RenderFormPost(string text)
    {
        (LinkErrorPageContext page, PageTheme theme) = CreatePage(text);
        return FormPostPage.Render(page, theme, Target, Parameters(text)).Html;
    }

    private static ReadOnlyMemory<byte> RenderWebMessage(string text)
    {
        (LinkErrorPageContext page, PageTheme theme) = CreatePage(text);
        return WebMessagePage.Render(page, theme, Target, JsonSerializer.Serialize(text), Target.Uri + "?state=" + text).Html;
    }

    /// <summary>Every text of the page is the payload: the application's words in each of them, and its branding.</summary>
    private static (LinkErrorPageContext Page, PageTheme Theme) CreatePage(string text)
    {
        // A name of which nothing is left is none, and then there is no element for it.
        string name = PageName.Clean(text) is null ? Harmless : text;
        PageTheme theme = new(new ErrorPageSettings(new LinkErrorPageOptions { ProductName = name, SupportUri = "/help?reference={reference}", LogoUri = "/logo.svg", StartPath = "/start" }));
        LinkErrorPageContextFactory contexts = new(new PageTexts([new PageTextSource(new OneText(text), typeof(HostileTextTests), [])]));
        LinkError error = new(LinkErrorDefinitions.ProviderError)
        {
            Message = text.Length == 0 ? Harmless : text,
            Data = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["provider"] = text }),
            ReferenceId = text,
            HelpUri = new Uri("https://docs.example/" + text),
        };
        LinkErrorDebugDetails details = new(text, [text]);
        return (contexts.Create(new DefaultHttpContext(), theme.Settings, error, LinkFlow.None with { Target = Target }, 502, details), theme);
    }

    private static LinkErrorParameters Parameters(string text)
    {
        LinkErrorParameters parameters = [];
        parameters.Add("state", text.Length == 0 ? Harmless : text);
        return parameters;
    }

    private static void CompareCatalog(string[] payloads)
    {
        LinkErrorDefinition[] definitions = [.. payloads.Prepend(Harmless).Where(payload => payload.Length > 0).Select((payload, index) => new LinkErrorDefinition("own." + index.ToString(CultureInfo.InvariantCulture))
        {
            Family = payload,
            Title = payload.Length is >= 5 and <= 50 ? payload : Harmless,
            Description = payload,
            Causes = [payload],
            Action = payload,
        })];
        IHtmlDocument page = Parse(CatalogPage.Render(LinkErrorCatalog.Default.Add(definitions), LinkErrorDialects.All).Html);

        IElement[] sections = [.. page.QuerySelectorAll("section[id^='own.']")];
        sections.Should().HaveCount(definitions.Length);
        string harmless = Describe(sections[0].QuerySelectorAll("*"));
        foreach (IElement section in sections)
        {
            Describe(section.QuerySelectorAll("*")).Should().Be(harmless);
        }

        page.QuerySelectorAll("script").Should().ContainSingle();
    }

    /// <summary>An application whose every text is the same.</summary>
    private sealed class OneText(string text) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, text.Replace("{", "", StringComparison.Ordinal));

        public LocalizedString this[string name, params object[] arguments] => this[name];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
