using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Responses;

/// <summary>OAuth 2.0 Multiple Response Type Encoding Practices, Form Post Response Mode, and the web_message mode.</summary>
public sealed class ResponseModeTests : IClassFixture<ResponseModeTests.Host>
{
    private readonly LabHost _lab;

    public ResponseModeTests(Host host) => _lab = host.Lab;

    [Theory]
    [InlineData("", '?')]
    [InlineData("response_mode=query", '?')]
    [InlineData("response_mode=fragment", '#')]
    [InlineData("response_type=code", '?')]
    [InlineData("response_type=token", '#')]
    [InlineData("response_type=id_token", '#')]
    [InlineData("response_type=code%20id_token", '#')]
    [InlineData("response_type=none", '?')]
    // A token never travels in a query, so the mode that would send it there is refused (§3).
    [InlineData("response_type=token&response_mode=query", '#')]
    [InlineData("response_type=code%20token&response_mode=query", '#')]
    [InlineData("response_type=code&response_mode=fragment", '#')]
    // A mode that nobody knows, or in another case, counts as none.
    [InlineData("response_mode=jwt", '?')]
    [InlineData("response_mode=FRAGMENT", '?')]
    [InlineData("response_type=token&response_mode=jwt", '#')]
    public async Task Redirect_OfAResponseMode_HasTheParametersInItsPart(string query, char separator)
    {
        using HttpResponseMessage response = await GetAsync("oauth", "client", $"{query}&state=a%2Bb");

        response.StatusCode.Should().Be(HttpStatusCode.Found);
        response.Headers.NonValidated["Location"].Should().Equal(
            $"https://client.example/cb?own=1{(separator == '?' ? '&' : '#')}error=access_denied&error_description=The%20request%20was%20denied.&state=a%2Bb");
    }

    [Fact]
    public async Task FormPost_ForAWebTarget_IsAPageThatPostsToItAlone()
    {
        using HttpResponseMessage response = await GetAsync("oauth", "client", "response_mode=form_post&state=a%2Bb%22%3E%3Cscript%3E");
        IHtmlDocument page = await ReadAsync(response);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.NonValidated["Cache-Control"].Should().Equal("no-store");
        IHtmlFormElement form = page.Forms.Should().ContainSingle().Subject;
        form.GetAttribute("action").Should().Be("https://client.example/cb?own=1");
        form.Method.Should().Be("post");
        page.QuerySelectorAll("input").Select(input => (input.GetAttribute("name"), input.GetAttribute("value"))).Should().Equal(
            ("error", "access_denied"), ("error_description", "The request was denied."), ("state", "a+b\"><script>"));
        page.QuerySelector("form > button").Should().NotBeNull("it is there for everybody");
        page.QuerySelector("main > p")!.TextContent.Should().Contain("press the button");
        page.QuerySelectorAll("noscript").Should().BeEmpty();
        PolicyOf(response).Should().EndWith("base-uri 'none'; frame-ancestors https://client.example").And.NotContain("form-action");
        response.Headers.Contains("X-Frame-Options").Should().BeFalse("it cannot name an origin");
        ShouldRunOnlyItsOwn(response, page);
    }

    /// <summary>A person may see either page, where the script does not run or nobody listens.</summary>
    [Theory]
    [InlineData("form_post", "de", "de", null, "Weiter")]
    [InlineData("form_post", "ar", "ar", "rtl", "متابعة")]
    [InlineData("web_message", "xx ja", "ja", null, "続ける")]
    [InlineData("web_message", "en", "en", null, "Continue")]
    public async Task PageMode_ForAPerson_IsInHerLanguageAndFitsHerScreen(string mode, string locales, string language, string? direction, string way)
    {
        using HttpResponseMessage response = await GetAsync("oauth", "client", $"response_mode={mode}&state=s&ui_locales={Uri.EscapeDataString(locales)}");
        IHtmlDocument page = await ReadAsync(response);

        page.DocumentElement.GetAttribute("lang").Should().Be(language);
        page.DocumentElement.GetAttribute("dir").Should().Be(direction);
        page.QuerySelector("meta[name=viewport]")!.GetAttribute("content").Should().Be("width=device-width, initial-scale=1");
        page.QuerySelectorAll("main > h1").Should().ContainSingle();
        page.QuerySelector("main .way")!.TextContent.Should().Be(way);
        page.QuerySelector("style")!.TextContent.Should().Contain("prefers-color-scheme:dark");
        ShouldRunOnlyItsOwn(response, page);
    }

    /// <summary>A source has neither brackets nor an underscore (CSP Level 3 §2.3.1): nobody may frame then.</summary>
    [Theory]
    [InlineData("ipv6", "form_post", "'none'")]
    [InlineData("ipv6", "web_message", "'none'")]
    [InlineData("underscore", "form_post", "'none'")]
    [InlineData("underscore", "web_message", "'none'")]
    [InlineData("ipv4", "form_post", "http://127.0.0.1:8080")]
    [InlineData("ipv4", "web_message", "http://127.0.0.1:8080")]
    public async Task PageMode_OfAHost_IsFramedByItWhereAPolicyCanNameIt(string client, string mode, string ancestors)
    {
        using HttpResponseMessage response = await GetAsync("oauth", client, "response_mode=" + mode);

        PolicyOf(response).Should().EndWith("; frame-ancestors " + ancestors);
        response.Headers.Contains("X-Frame-Options").Should().BeFalse();
    }

    [Theory]
    [InlineData("oauth", """{"type":"authorization_response","response":{"error":"access_denied","error_description":"The request was denied.","state":"s"}}""")]
    [InlineData("zapier", """{"type":"authenticationError","error":"access_denied"}""")]
    public async Task WebMessage_ForAWebTarget_IsPostedToItsOriginAlone(string dialect, string expected)
    {
        using HttpResponseMessage response = await GetAsync(dialect, "client", "response_mode=web_message&state=s");
        IHtmlDocument page = await ReadAsync(response);

        IHtmlScriptElement script = page.Scripts.Should().ContainSingle().Subject;
        script.GetAttribute("data-origin").Should().Be("https://client.example");
        JsonElement.DeepEquals(JsonElement.Parse(script.GetAttribute("data-message")!), JsonElement.Parse(expected)).Should().BeTrue();
        script.TextContent.Should().NotContain("*", "the target origin is never a wildcard");
        page.QuerySelector("main a.way")!.GetAttribute("href").Should().Be("https://client.example/cb?own=1&error=access_denied&error_description=The%20request%20was%20denied.&state=s");
        PolicyOf(response).Should().EndWith("base-uri 'none'; form-action 'none'; frame-ancestors https://client.example");
        ShouldRunOnlyItsOwn(response, page);
    }

    /// <summary>A page has no web origin to post to there, and a form would change control characters of the state.</summary>
    [Theory]
    [InlineData("app", "response_mode=form_post&state=s", "com.example.app:/cb?")]
    [InlineData("app", "response_mode=web_message&state=s", "com.example.app:/cb?")]
    [InlineData("client", "response_mode=form_post&state=a%0Ab", "https://client.example/cb?own=1&")]
    [InlineData("client", "response_mode=form_post&state=a%00b", "https://client.example/cb?own=1&")]
    public async Task PageMode_ThatTheTargetOrStateCannotTake_IsARedirect(string client, string query, string start)
    {
        using HttpResponseMessage response = await GetAsync("oauth", client, query);

        response.StatusCode.Should().Be(HttpStatusCode.Found);
        response.Headers.NonValidated["Location"].ToString().Should().StartWith(start);
    }

    [Theory]
    [InlineData("form_post")]
    [InlineData("web_message")]
    public async Task PageMode_OfAnErrorThatMayNotBeRedirected_IsALocalAnswer(string mode)
    {
        using HttpClient client = _lab.CreatePlainClient();

        using HttpResponseMessage response = await client.GetAsync($"/try/oauth/invalid_redirect_uri?client_id=client&response_mode={mode}");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().NotContain("client.example");
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        return new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(await response.Content.ReadAsStringAsync());
    }

    private static string PolicyOf(HttpResponseMessage response) => response.Headers.NonValidated["Content-Security-Policy"].ToString();

    /// <summary>The policy allows by hash exactly the style and the script that the page has.</summary>
    private static void ShouldRunOnlyItsOwn(HttpResponseMessage response, IHtmlDocument page)
    {
        string policy = PolicyOf(response);
        policy.Should().StartWith("default-src 'none'").And.NotContain("unsafe");
        foreach (IElement own in page.QuerySelectorAll("style, script"))
        {
            string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(own.TextContent)));
            policy.Should().Contain($"{own.LocalName}-src 'sha256-{hash}'");
        }

        page.QuerySelectorAll("[src],link,iframe,object").Should().BeEmpty();
    }

    private async Task<HttpResponseMessage> GetAsync(string dialect, string clientId, string query)
    {
        using HttpClient client = _lab.CreatePlainClient();
        return await client.GetAsync(new Uri($"/try/{dialect}/access_denied?client_id={clientId}&{query}", UriKind.Relative));
    }

    public sealed class Host : IDisposable
    {
        public LabHost Lab { get; } = LabHost.Start(
            "Production",
            ("LinkErrors:Clients:client:RedirectUris:0", "https://client.example/cb?own=1"),
            ("LinkErrors:Clients:app:RedirectUris:0", "com.example.app:/cb"),
            ("LinkErrors:Clients:ipv6:RedirectUris:0", "http://[::1]:8080/cb"),
            ("LinkErrors:Clients:ipv4:RedirectUris:0", "http://127.0.0.1:8080/cb"),
            ("LinkErrors:Clients:underscore:RedirectUris:0", "https://a_b.example/cb"));

        public void Dispose() => Lab.Dispose();
    }
}
