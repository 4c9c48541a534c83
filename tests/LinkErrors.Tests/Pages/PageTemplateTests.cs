using System.Text;
using System.Text.Json;
using LinkErrors.Flows;
using LinkErrors.Pages;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkErrors.Tests.Pages;

/// <summary>A page is drawn once and filled from then on (docs/decisions/0033). What it is filled with is that of its own request.</summary>
public sealed class PageTemplateTests
{
    private static readonly LinkErrorPageContextFactory Contexts = new(new PageTexts([]));

    private readonly PageTheme _theme = new(new ErrorPageSettings(new LinkErrorPageOptions { ProductName = "Wearables", SupportUri = "/help?r={reference}", StartPath = "/start" }));

    [Fact]
    public void Page_DrawnBefore_HasTheValuesOfItsOwnRequest()
    {
        string[] pages = [Render("of-one"), Render("<b>&other"), Render("of-third")];

        pages.Should().OnlyHaveUniqueItems();
        pages.Should().AllSatisfy(page => page.Should().Contain("https://client.example/cb").And.Contain("/start"));
        pages[1].Should().Be(pages[0].Replace("r=of-one", "r=%3Cb%3E%26other", StringComparison.Ordinal).Replace("of-one", "&lt;b&gt;&amp;other", StringComparison.Ordinal));
        pages[2].Should().Be(pages[0].Replace("of-one", "of-third", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_OfAnotherKind_IsDrawnByItself()
    {
        string all = Render("same");

        Render("same", new LinkError(LinkErrorDefinitions.LinkTokenExpired) { ReferenceId = "same", HelpUri = new Uri("https://help.example/") }).Should().NotBe(all);
        Render("same", language: "de").Should().Contain("lang=\"de\"");
        Render("same", new LinkError(LinkErrorDefinitions.RateLimited) { ReferenceId = "same", RetryAfter = TimeSpan.FromSeconds(10) })
            .Should().NotBe(Render("same", new LinkError(LinkErrorDefinitions.RateLimited) { ReferenceId = "same", RetryAfter = TimeSpan.FromHours(10) }));
        Render("same", flow: LinkFlow.None).Should().NotContain("https://client.example/cb");
        Render("same", pathBase: "/app").Should().Contain("\"/app/start\"");
        Render("same").Should().Be(all);
    }

    [Fact]
    public void Name_OfOneError_IsNotOnThePageOfTheNext()
    {
        Render("same", Of("Fitbit")).Should().Contain("Fitbit");

        Render("same", Of("Garmin")).Should().Contain("Garmin").And.NotContain("Fitbit");
        Render("same", new LinkError(LinkErrorDefinitions.ProviderError) { ReferenceId = "same" }).Should().NotContain("Garmin");

        static LinkError Of(string provider) => new(LinkErrorDefinitions.ProviderError)
        {
            ReferenceId = "same",
            Data = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["provider"] = provider }),
        };
    }

    [Fact]
    public void Text_OfALocalizerThatChanges_IsNewOnTheNextPage()
    {
        ChangingTexts texts = new();
        LinkErrorPageContextFactory contexts = new(new PageTexts([new PageTextSource(texts, typeof(PageTemplateTests), [], NullLogger<PageTextSource>.Instance)]));
        texts.Text = "As it was";
        Render("same", contexts: contexts).Should().Contain("As it was");

        texts.Text = "As it is";

        Render("same", contexts: contexts).Should().Contain("As it is").And.NotContain("As it was");
    }

    private string Render(
        string reference, LinkError? error = null, string? language = null, LinkFlow? flow = null, string pathBase = "", LinkErrorPageContextFactory? contexts = null)
    {
        DefaultHttpContext context = new();
        context.Request.PathBase = pathBase;
        context.Request.Headers.AcceptLanguage = language;
        LinkErrorPageContext page = (contexts ?? Contexts).Create(
            context,
            _theme.Settings,
            error ?? new LinkError(LinkErrorDefinitions.LinkTokenExpired) { ReferenceId = reference },
            flow ?? new LinkFlow { Target = RedirectTarget.ForClient("https://client.example/cb") },
            400,
            details: null);
        using PageDocument document = ErrorPage.Render(page, _theme);
        return Encoding.UTF8.GetString(document.Html.Span);
    }

    private sealed class ChangingTexts : IStringLocalizer
    {
        public string Text { get; set; } = "";

        public LocalizedString this[string name] => new(name, Text, resourceNotFound: name != "link_expired.Title");

        public LocalizedString this[string name, params object[] arguments] => this[name];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
