using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Dialects;
using LinkErrors.Pages;

namespace LinkErrors.Tests.Pages;

/// <summary>
/// Whatever a text contains, a page has the elements and attributes that it has with a harmless text: the application's own words,
/// its branding, what a provider said, its documentation, and what is posted to a client.
/// </summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Payloads => ErrorPageTests.Payloads;

    [Theory]
    [MemberData(nameof(Payloads))]
    public void ErrorPage_WithAPayload_HasTheElementsOfTheHarmlessPage(string payload) => Compare([payload], HostilePages.RenderErrorPage);

    [Theory]
    [MemberData(nameof(Payloads))]
    public void PostedPage_WithAPayload_HasTheElementsOfTheHarmlessPage(string payload)
    {
        Compare([payload], HostilePages.RenderFormPost);
        Compare([payload], HostilePages.RenderWebMessage);
    }

    [Fact]
    public void CatalogPage_WithPayloads_HasTheElementsOfTheHarmlessPage() => CompareCatalog([.. Payloads.Cast<object[]>().Select(row => (string)row[0])]);

    [CorporaFact]
    public void Pages_WithThePayloadsOfTheCorpus_HaveTheElementsOfTheHarmlessPages()
    {
        string[] payloads = [.. JsonElement.Parse(Corpora.Read("xss", "xss.json")).EnumerateArray().Select(row => row.GetProperty("payload").GetString()!)];
        payloads.Should().HaveCountGreaterThan(1000, "a corpus that is not read proves nothing");

        Compare(payloads, HostilePages.RenderErrorPage);
        Compare(payloads, HostilePages.RenderFormPost);
        Compare(payloads, HostilePages.RenderWebMessage);
        CompareCatalog(payloads);
    }

    private static void Compare(string[] payloads, Func<string, ReadOnlyMemory<byte>> render)
    {
        string harmless = Draw(HostilePages.Harmless);
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

    private static void CompareCatalog(string[] payloads)
    {
        LinkErrorDefinition[] definitions = [.. payloads.Prepend(HostilePages.Harmless).Where(payload => payload.Length > 0).Select((payload, index) => new LinkErrorDefinition("own." + index.ToString(CultureInfo.InvariantCulture))
        {
            Family = payload,
            Title = payload.Length is >= 5 and <= 50 ? payload : HostilePages.Harmless,
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
}
