using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Diagnostics;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Pages;
using LinkErrors.Settings;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Pages;

/// <summary>
/// The page for people: whole, self-contained, without script, and deaf to whatever the texts contain. RFC 9700 §4.2.4
/// forbids third-party resources on it, §4.16 framing.
/// </summary>
public sealed class ErrorPageTests
{
    private const string State = "the-secret-state";

    private static readonly HtmlParser Strict = new(new HtmlParserOptions { IsStrictMode = true });

    private static readonly LinkErrorPageContextFactory Contexts = new(new PageTexts([]));

    private static readonly PageTheme Theme = new(new ErrorPageSettings(new LinkErrorPageOptions()));

    /// <summary>Attacks on element content, attributes, comments, raw text, encodings and the parser's repairs.</summary>
    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "</p></main></body></html><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "\" autofocus onfocus=\"alert(1)",
        "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\">",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href='jav&#x09;ascript:alert(1)'>x</a>",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<base href=https://evil.example/>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<form action=https://evil.example><input name=password></form>",
        "<!-- --><script>alert(1)</script><!-- -->",
        "--><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "&amp;&quot;&#39;",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "\u00bcscript\u00bealert(1)\u00bc/script\u00be",
        "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
        "<scr\0ipt>alert(1)</scr\0ipt>",
        "<<script>script>alert(1)<</script>/script>",
        "{{constructor.constructor('alert(1)')()}}",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "\u202e<script>\u202c",
        "`${alert(1)}`",
        "javascript:alert(1)",
    ];

    [Fact]
    public async Task Page_OfAnError_IsAWholeDocumentInOneLanguage()
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await GetAsync(app, "/");
        IDocument page = await ReadAsync(response);

        response.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        page.Doctype!.Name.Should().Be("html");
        page.DocumentElement.GetAttribute("lang").Should().Be("en");
        page.CharacterSet.Should().BeEquivalentTo("utf-8");
        page.QuerySelector("meta[name=viewport]").Should().NotBeNull();
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").Should().Be("noindex");
        page.Title.Should().Be("This link has expired");
        page.QuerySelectorAll("h1").Should().ContainSingle().Which.TextContent.Should().Be("This link has expired");
        page.QuerySelectorAll("main").Should().ContainSingle();
        page.QuerySelectorAll("main > p").Select(element => element.TextContent).Should().Equal(
            "For your safety, each link can be used for a limited time only.", "Go back to the app or site that you came from and start again.");
        FindReference(page).Should().MatchRegex("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$");
        page.Body!.TextContent.Should().NotContain("link_token_expired", "the code is for developers");
    }

    [Fact]
    public async Task Page_OfAnError_HasNoScriptAndNothingFromElsewhere()
    {
        await using TestApp app = await StartAsync();

        IDocument page = await ReadAsync(await GetAsync(app, "/"));

        page.QuerySelectorAll("script, link, img, iframe, object, embed, form, base, video, audio, meta[http-equiv]").Should().BeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "src" or "style")
            .Should().BeEmpty();
        page.QuerySelectorAll("style").Should().ContainSingle().Which.TextContent.Should().NotContain("url(").And.NotContain("@import");
    }

    [Fact]
    public async Task ContentSecurityPolicy_OfThePage_AllowsItsStyleAndNothingElse()
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await GetAsync(app, "/");
        IDocument page = await ReadAsync(response);

        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        response.GetHeader("Content-Security-Policy")!.Split("; ").Should().BeEquivalentTo(
            "default-src 'none'", $"style-src 'sha256-{hash}'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");
    }

    [Fact]
    public async Task Page_WithAHelpUri_LinksToIt()
    {
        await using TestApp app = await StartAsync(("ErrorUriBase", "https://docs.example.org/errors?a=1&b=2"));

        IDocument page = await ReadAsync(await GetAsync(app, "/"));

        IElement link = page.QuerySelectorAll("a").Should().ContainSingle().Which;
        link.GetAttribute("href").Should().Be("https://docs.example.org/errors?a=1&b=2#link_token_expired");
        link.GetAttribute("rel").Should().Be("noreferrer");
    }

    /// <summary>The state belongs to the client of the flow and goes back to it alone: neither a page nor a JSON body shows it.</summary>
    [Theory]
    [InlineData("text/html", "/", null)]
    [InlineData("application/json", "/", null)]
    [InlineData("text/html", "/own-state", null)]
    [InlineData("application/json", "/own-state", null)]
    [InlineData("text/html", "/unexpected", null)]
    [InlineData("text/html", "/unexpected", "true")]
    [InlineData("application/json", "/unexpected", "true")]
    [InlineData("application/json", "/api", null)]
    public async Task State_OfTheRequest_IsOnNoPageAndInNoJson(string accept, string path, string? debug)
    {
        await using TestApp app = await StartAsync(("IncludeDebugDetails", debug ?? "false"));
        foreach (Dialects.LinkErrorDialect dialect in Dialects.LinkErrorDialects.All)
        {
            string target = path == "/api" ? LabSettings.Flow.Replace("xyz", State, StringComparison.Ordinal) : $"?client_id=web&redirect_uri=https://evil.example&state={State}";

            using HttpResponseMessage response = await GetAsync(app, $"{path}{target}&dialect={dialect}", accept);
            string body = await response.Content.ReadAsStringAsync();

            response.GetLocation().Should().BeNull();
            body.Should().NotBeEmpty().And.NotContain(State, $"of {dialect}");
            response.Headers.ToString().Should().NotContain(State);
        }
    }

    [Fact]
    public async Task State_OfAClient_IsNotSentToTheFallback()
    {
        await using TestApp app = await StartAsync(("FallbackRedirectUri", "https://ui.example.org#error"));

        using HttpResponseMessage response = await GetAsync(app, $"/?client_id=web&redirect_uri=https://evil.example&state={State}");

        response.GetLocation().Should().StartWith("https://ui.example.org?").And.EndWith("#error").And.NotContain(State);
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Payload_InAnyText_ComesOutAsText(string payload)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await GetAsync(app, "/text?text=" + Uri.EscapeDataString(payload));

        CheckPayload(payload, await response.Content.ReadAsStringAsync());
    }

    [CorporaFact]
    public void Payload_OfTheCorpus_ComesOutAsText()
    {
        JsonElement[] rows = [.. JsonElement.Parse(Corpora.Read("xss", "xss.json")).EnumerateArray()];
        rows.Should().HaveCountGreaterThan(1000, "a corpus that is not read proves nothing");

        foreach (JsonElement row in rows)
        {
            string payload = row.GetProperty("payload").GetString()!;
            CheckPayload(payload, Render(MakeError(payload)));
        }
    }

    private static void CheckPayload(string payload, string html)
    {
        IDocument page = new HtmlParser().ParseDocument(html);
        string? name = PageName.Clean(payload);

        // A name of which nothing is left is none, and then there is no element for it.
        page.QuerySelector("h1")!.TextContent.Should().Be(name is null ? "The other service reported a problem" : $"{name} reported a problem");
        FindReference(page).Should().Be(ShortReference.Of(payload).Replace('\0', '\uFFFD'));
        page.All.Select(element => element.LocalName).Should().Equal(
        [
            "html", "head", "meta", "meta", "meta", "title", "style", "body", "main", "svg", "path",
            "h1", .. Name(), "p", .. Name(), "p", "div", "p", "bdi", "code", "a", "p",
        ]);
        page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Distinct(StringComparer.Ordinal)
            .Should().BeSubsetOf(["lang", "charset", "name", "content", "href", "rel", "class", "viewBox", "aria-hidden", "d"]);
        page.QuerySelector("a")!.GetAttribute("href").Should().StartWith("https://docs.example/");

        string[] Name() => name is null ? [] : ["bdi"];
    }

    private static string Render(LinkError error)
    {
        DefaultHttpContext context = new();
        LinkErrorPageContext page = Contexts.Create(context, Theme.Settings, error, LinkFlow.None, error.StatusCode, details: null);
        return Encoding.UTF8.GetString(ErrorPage.Render(page, Theme).Html.Span);
    }

    private static LinkError MakeError(string text) => new(LinkErrorDefinitions.ProviderError)
    {
        Message = text,
        Title = text,
        Data = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["provider"] = text }),
        ReferenceId = text,
        HelpUri = new Uri("https://docs.example/" + text),
    };

    private static string? FindReference(IDocument page) => page.QuerySelector("code")?.TextContent;

    private static Task<TestApp> StartAsync(params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", string (HttpContext context) => throw Choose(context, new LinkTokenExpiredException())).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/api", string (HttpContext context) => throw Choose(context, new LinkTokenExpiredException())).WithLinkErrors(LinkEndpointKind.Api);
            app.MapGet("/unexpected", string (HttpContext context) => throw Choose(context, new InvalidOperationException())).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/own-state", string (HttpContext context) =>
                throw Choose(context, new LinkException(new LinkError(LinkErrorDefinitions.ProviderError) { State = State }))).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/text", (string text) => TypedResults.LinkError(MakeError(text))).WithLinkErrors(LinkEndpointKind.Interactive);
        },
        LabSettings.WithClient(settings));

    private static Exception Choose(HttpContext context, Exception exception)
    {
        context.SetLinkErrors(dialect: context.Request.Query["dialect"].FirstOrDefault());
        return exception;
    }

    private static async Task<HttpResponseMessage> GetAsync(TestApp app, string path, string accept = "text/html")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        return await app.Client.SendAsync(request);
    }

    private static async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return Strict.ParseDocument(await response.Content.ReadAsStringAsync());
        }
    }
}
