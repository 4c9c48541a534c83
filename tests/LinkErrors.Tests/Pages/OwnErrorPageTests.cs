using System.Globalization;
using System.Net;
using System.Text;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LinkErrors.Tests.Pages;

/// <summary>The page is the application's: by a path that is run again, by a class of its own, or by texts of its own.</summary>
public sealed class OwnErrorPageTests
{
    [Theory]
    [InlineData("/oops?from=1")]
    [InlineData("/marked")]
    public async Task Path_OfTheApplication_IsRunAndFindsEverything(string path)
    {
        await using TestApp app = await StartAsync([("ErrorPage:Path", path), ("ErrorPage:StartPath", "/start"), ("ErrorPage:ProductName", "Hub"), ("RedirectOnly:0", "server_error")]);

        using HttpResponseMessage response = await GetAsync(app, "/expired" + LabSettings.Flow + "&ui_locales=de");
        string[] lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest, "an error is no success, whatever the page says of its status");
        response.GetHeader("Cache-Control").Should().Be("no-store");
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        lines.Should().Equal(
            path.Split('?')[0], "GET", "link_token_expired", "web", "de False", "expired", "Dieser Link ist abgelaufen", "Zurück zu \u2068Hub\u2069", LabSettings.RedirectUri, "/start");
        app.Log.Entries.Should().NotContain(entry => (entry.EventId.Name ?? "").StartsWith("ErrorPage", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nowhere", "ErrorPageEmpty")]
    [InlineData("/broken", "ErrorPageFailed")]
    [InlineData("/link-error", "ErrorPageFailed")]
    public async Task Path_ThatFails_IsFollowedByTheLibrarysPage(string path, string logged)
    {
        await using TestApp app = await StartAsync([("ErrorPage:Path", path)]);

        using HttpResponseMessage response = await GetAsync(app, "/expired");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("<h1>This link has expired</h1>");
        response.GetHeader("Content-Security-Policy").Should().StartWith("default-src 'none'");
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == logged);
    }

    [Fact]
    public async Task Path_OpenedByItself_FindsNoError()
    {
        await using TestApp app = await StartAsync([("ErrorPage:Path", "/oops")]);

        (await app.Client.GetStringAsync("/oops")).Should().Be("none");
    }

    [Fact]
    public async Task Interface_OfTheApplication_WritesThePage()
    {
        await using TestApp app = await StartAsync([], services => services.AddSingleton<ILinkErrorPage, PlainPage>());

        using HttpResponseMessage response = await GetAsync(app, "/expired");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().MatchRegex("^This link has expired, [0-9A-Z]{4}-[0-9A-Z]{4}$");
    }

    /// <summary>A page that needs a service which nobody registered is no reason to show a person nothing.</summary>
    [Fact]
    public async Task Interface_ThatCannotBeMade_IsFollowedByTheLibrarysPage()
    {
        await using TestApp app = await StartAsync([], services => services.AddSingleton<ILinkErrorPage>(_ => throw new InvalidOperationException("No service.")));

        using HttpResponseMessage response = await GetAsync(app, "/expired");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("<h1>This link has expired</h1>");
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "ErrorPageFailed").Which.Exception!.Message.Should().Be("No service.");
    }

    /// <summary>Texts may come from a database, and that may be away for a while.</summary>
    [Fact]
    public async Task Texts_ThatCannotBeRead_AreTheLibrarysAndOneLine()
    {
        AbsentTexts texts = new();
        await using TestApp app = await StartAsync([], services =>
        {
            services.AddLinkErrors(options => options.LocalizeMessages = true).AddErrorPageTexts<GermanTexts>();
            services.AddSingleton<IStringLocalizer<GermanTexts>>(texts);
        });

        (await ReadTitleAsync(app, "/expired", "de")).Should().Be("Dieser Link ist abgelaufen");
        (await GetAsync(app, "/expired" + LabSettings.Flow, "de")).GetLocation().Should().StartWith(LabSettings.RedirectUri);
        app.Log.Entries.Where(entry => entry.EventId.Name == "PageTextsFailed").Should().ContainSingle().Which.Text.Should().Contain("GermanTexts");

        texts.IsThere = true;
        (await ReadTitleAsync(app, "/expired", "de")).Should().Be("link_token_expired.Title de");
        texts.IsThere = false;
        (await ReadTitleAsync(app, "/expired", "de")).Should().Be("Dieser Link ist abgelaufen");
        app.Log.Entries.Where(entry => entry.EventId.Name == "PageTextsFailed").Should().HaveCount(2);
    }

    [Fact]
    public async Task Texts_OfTheApplication_StandInFrontInTheirLanguageOnly()
    {
        await using TestApp app = await StartAsync([], services =>
        {
            services.AddLinkErrors().AddErrorPageTexts<GermanTexts>("it");
            services.AddSingleton<IStringLocalizer<GermanTexts>, GermanTexts>();
        });

        (await ReadTitleAsync(app, "/expired", "de")).Should().Be("Der Einladungslink ist abgelaufen");
        (await ReadTitleAsync(app, "/expired", "de-AT")).Should().Be("Der Einladungslink ist abgelaufen");
        (await ReadTitleAsync(app, "/expired", "it")).Should().Be("Il link è scaduto");
        (await ReadTitleAsync(app, "/expired", "en")).Should().Be("The invitation has expired");
        (await ReadTitleAsync(app, "/expired", "fr")).Should().Be("Ce lien a expiré", "the neutral text of the application is English");
        (await ReadTitleAsync(app, "/cancelled", "de")).Should().Be("Das Verknüpfen wurde abgebrochen", "a key that is missing keeps the library's text");
    }

    [Theory]
    [InlineData("ui_locales=fr", "de", "fr")]
    [InlineData("ui_locales=xx%20pt-BR", "de", "pt")]
    [InlineData("", "xx, de;q=0.3, ja;q=0.8", "ja")]
    [InlineData("", "de;q=0, en;q=0.1", "en")]
    [InlineData("", "zh-TW, zh-CN;q=0.5", "zh-Hans")]
    [InlineData("", "", "en")]
    [InlineData("", ";;q=x,\u0001", "en")]
    public async Task Language_OfAPerson_IsThatOfTheFlowThenOfTheBrowser(string flow, string accept, string expected)
    {
        await using TestApp app = await StartAsync([("RedirectOnly:0", "server_error")]);

        using HttpResponseMessage response = await GetAsync(app, $"/expired{LabSettings.Flow}&{flow}", accept);

        (await response.Content.ReadAsStringAsync()).Should().Contain($"<html lang=\"{expected}\">");
    }

    [Fact]
    public async Task Fallback_OnThisSite_IsALocalPath()
    {
        await using TestApp app = await StartAsync([("FallbackRedirectUri", "/oops#error")]);

        using HttpResponseMessage response = await GetAsync(app, "/expired");

        response.GetLocation().Should().StartWith("/oops?error=").And.EndWith("#error");
    }

    /// <summary>RFC 9700 §4.11.2: the browser does not go by itself, but the person may, and nothing of the error goes with her.</summary>
    [Fact]
    public async Task WayBack_OfAnErrorThatStaysHere_IsThePlainRegisteredAddress()
    {
        await using TestApp app = await StartAsync([("RedirectOnly:0", "server_error")]);

        string html = await (await GetAsync(app, "/expired" + LabSettings.Flow)).Content.ReadAsStringAsync();
        string doubtful = await (await GetAsync(app, "/doubtful" + LabSettings.Flow)).Content.ReadAsStringAsync();
        string unknown = await (await GetAsync(app, "/expired?client_id=web&redirect_uri=https://evil.example")).Content.ReadAsStringAsync();

        html.Should().Contain($"href=\"{LabSettings.RedirectUri}\"").And.NotContain("xyz");
        doubtful.Should().NotContain("href=", "the error puts that very address in doubt");
        unknown.Should().NotContain("href=").And.NotContain("evil");
    }

    [Theory]
    [InlineData(1, "Wait a few seconds, then try again.")]
    [InlineData(61, "Wait about 2 minutes, then try again.")]
    [InlineData(600, "Wait about 10 minutes, then try again.")]
    [InlineData(100000, "This will take longer than a day. Please try again after that.")]
    public async Task RetryAfter_OfAnError_StandsInPlaceOfTheAction(int seconds, string text)
    {
        await using TestApp app = await StartAsync([]);

        (await (await GetAsync(app, $"/busy?seconds={seconds}")).Content.ReadAsStringAsync()).Should().Contain($"<p>{text}</p>");
    }

    [Theory]
    [InlineData("https://help.example.org/?id={reference}", "https://help.example.org/?id=")]
    [InlineData("https://help.example.org/", "https://help.example.org/?reference=")]
    [InlineData("mailto:help@example.org", "mailto:help@example.org?subject=")]
    [InlineData("/help?a=1#b", "/help?a=1&amp;reference=")]
    public async Task Support_OfTheHost_GetsTheReferenceThatIsInTheLog(string uri, string expected)
    {
        await using TestApp app = await StartAsync([("ErrorPage:SupportUri", uri)]);

        string html = await (await GetAsync(app, "/expired")).Content.ReadAsStringAsync();
        string reference = html.Split("<code>")[1].Split("</code>")[0];

        html.Should().Contain($"href=\"{expected}{reference}");
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "LinkErrorAnswered").Which.Text.Should().Contain($"Reference {reference}, trace ");
    }

    [Theory]
    [InlineData("ErrorPage:LogoUri", "data:image/png;base64,AAAA", "img-src data:; ")]
    [InlineData("ErrorPage:LogoUri", "/logo.svg", "img-src 'self'; ")]
    [InlineData("ErrorPage:StyleSheet", "/a.css", " 'self'; img-src 'self'; font-src 'self'; ")]
    public async Task Policy_OfAPageWithMore_AllowsThatAndNoMore(string key, string value, string directive)
    {
        await using TestApp app = await StartAsync([(key, value)]);

        using HttpResponseMessage response = await GetAsync(app, "/expired");

        response.GetHeader("Content-Security-Policy").Should().MatchRegex(
            $"^default-src 'none'; style-src 'sha256-[^']+'{(directive[0] == ' ' ? "" : "; ")}{System.Text.RegularExpressions.Regex.Escape(directive)}base-uri 'none'; form-action 'none'; frame-ancestors 'none'$");
    }

    /// <summary>With the longest logo, and with every way on.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("ar")]
    public async Task Page_WithTheLongestLogo_IsAtMostEightKilobytes(string language)
    {
        string logo = "data:image/png;base64,";
        await using TestApp app = await StartAsync(
        [
            ("ErrorPage:LogoUri", logo.PadRight(2_998, 'A')),
            ("ErrorPage:ProductName", "Wearables Hub"),
            ("ErrorPage:StartPath", "/connect"),
            ("ErrorPage:StyleSheet", "/a.css"),
            ("ErrorPage:SupportUri", "https://help.example.org/?reference={reference}"),
            ("RedirectOnly:0", "server_error"),
        ]);

        byte[] page = await (await GetAsync(app, "/expired" + LabSettings.Flow, language)).Content.ReadAsByteArrayAsync();

        Encoding.UTF8.GetString(page).Should().ContainAll("AAAA\"", "href=\"/connect\"", "href=\"https://help.example.org/", $"href=\"{LabSettings.RedirectUri}\"");
        page.Length.Should().BeInRange(3_000, 8 * 1024);
    }

    private static async Task<string> ReadTitleAsync(TestApp app, string path, string language)
    {
        string html = await (await GetAsync(app, path, language)).Content.ReadAsStringAsync();
        return html.Split("<h1>")[1].Split("</h1>")[0];
    }

    private static Task<TestApp> StartAsync((string Key, string? Value)[] settings, Action<IServiceCollection>? services = null) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/expired", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/cancelled", string () => throw new UserCancelledException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/doubtful", string () => throw new CallbackUrlInvalidException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/busy", string (int seconds) => throw new RateLimitedException { RetryAfter = TimeSpan.FromSeconds(seconds) }).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/oops", (HttpContext context) => Results.Content(Describe(context), "text/html"));
            app.MapGet("/marked", (HttpContext context) => Results.Content(Describe(context), "text/html")).WithLinkErrors();
            app.MapGet("/broken", string () => throw new InvalidOperationException());
            app.MapGet("/link-error", string () => throw new NotFoundException());
        },
        LabSettings.WithClient(settings),
        builder => services?.Invoke(builder.Services));

    private static string Describe(HttpContext context) => context.GetLinkErrorPage() is not { } page
        ? "none"
        : string.Join('\n', context.Request.Path, context.Request.Method, page.Error.Code, page.Flow.ClientId, $"{page.Language} {page.IsRightToLeft}", page.Icon, page.Title, page.GetText("page.ReturnTo"), page.ReturnTarget, page.StartTarget);

    private static async Task<HttpResponseMessage> GetAsync(TestApp app, string path, string language = "")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return await app.Client.SendAsync(request);
    }

    private sealed class AbsentTexts : IStringLocalizer<GermanTexts>
    {
        public bool IsThere { get; set; }

        public LocalizedString this[string name] => IsThere ? new LocalizedString(name, $"{name} {CultureInfo.CurrentUICulture}") : throw new IOException("The database is away.");

        public LocalizedString this[string name, params object[] arguments] => this[name];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }

    private sealed class PlainPage : ILinkErrorPage
    {
        public Task WriteAsync(HttpContext context, LinkErrorPageContext page)
        {
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync($"{page.Title}, {page.Reference}");
        }
    }

    /// <summary>As a resource with English as its neutral language answers.</summary>
    private sealed class GermanTexts : IStringLocalizer<GermanTexts>
    {
        public LocalizedString this[string name]
        {
            get
            {
                string? text = name != "link_expired.Title" ? null : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
                {
                    "de" => "Der Einladungslink ist abgelaufen",
                    "it" => "Il link è scaduto",
                    _ => "The invitation has expired",
                };
                return new LocalizedString(name, text ?? name, resourceNotFound: text is null);
            }
        }

        public LocalizedString this[string name, params object[] arguments] => this[name];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
