using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary><c>GET /</c>: choose error, dialect, kind and target, and see the exact response.</summary>
public sealed class LabPageTests(LabHost lab) : IClassFixture<LabHost>
{
    [Fact]
    public async Task Page_BeforeAnythingIsChosen_OffersEverything()
    {
        IHtmlDocument page = await OpenAsync("");

        Options(page, "dialect").Should().Equal(LabVocabulary.Dialects);
        Options(page, "code").Should().Equal(LinkErrorCatalog.Default.Select(definition => definition.Code));
        Options(page, "kind").Should().Equal(LabVocabulary.Kinds);
        Options(page, "via").Should().Equal(LabVocabulary.Vias);
        page.QuerySelectorAll("input").Select(input => input.GetAttribute("name")).Should().Contain(["client_id", "redirect_uri", "state", "message", "scope", "retry_after"]);
        page.QuerySelectorAll("label input, label select").Should().HaveSameCount(page.QuerySelectorAll("input, select"), "every field has a label");
        page.QuerySelector("pre").Should().BeNull();
    }

    [Theory]
    [InlineData(
        "dialect=junction&code=link_token_expired&kind=interactive&via=throw&method=GET&accept=text/html&client_id=wearables&redirect_uri=https%3A%2F%2Fexample.com%2Fvital%2Fcallback&state=&message=&scope=&retry_after=",
        "HTTP/1.1 307 Temporary Redirect",
        "Location: https://example.com/vital/callback?state=error&error_type=token_expired&error=The%20link%20token%20has%20expired.")]
    [InlineData(
        "dialect=orcidlink&code=not_found&kind=interactive&method=POST&client_id=orcid&redirect_uri=https://ci.kbase.us",
        "HTTP/1.1 303 See Other",
        "Location: https://ci.kbase.us?code=notFound&title=Not%20found&message=The%20resource%20was%20not%20found.")]
    [InlineData(
        "dialect=oauth&code=insufficient_scope&kind=api&via=mvc-result&scope=a+b&retry_after=9",
        "HTTP/1.1 403 Forbidden",
        "WWW-Authenticate: Bearer realm=\"link\", error=\"insufficient_scope\", error_description=\"The access token lacks a scope that this operation needs.\", scope=\"a b\"")]
    [InlineData("dialect=zapier&code=link_token_expired&kind=api", "HTTP/1.1 400 Bad Request", """{"error":"invalid_request","error_description":"Token expired"}""")]
    [InlineData("dialect=nope&code=link_token_expired", "HTTP/1.1 404 Not Found", "Content-Type: application/problem+json")]
    [InlineData("dialect=oauth&code=link_token_expired&accept=text/html", "HTTP/1.1 400 Bad Request", "<title>This link has expired</title>")]
    [InlineData("dialect=zapier&code=link_token_expired&client_id=zap&state=a%2Bb%26c", "HTTP/1.1 302 Found", "Location: https://your-domain.com/callback?error=invalid_request&error_description=Token%20expired&state=a%2Bb%26c")]
    public async Task Page_WhenSubmitted_ShowsTheExactResponse(string query, string status, string line)
    {
        IHtmlDocument page = await OpenAsync(query);

        page.QuerySelector("pre")!.TextContent.Split('\n').Should().Contain(status).And.Contain(line);
    }

    [Theory]
    [InlineData("state=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&message=%3C/pre%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("dialect=%3Cscript%3E")]
    [InlineData("accept=%C3%A9")]
    [InlineData("accept=text/html%0d%0aX-Injected:%20y")]
    [InlineData("method=%0d%0a")]
    [InlineData("kind=%00&via=%F0%9F%98%88")]
    [InlineData("dialect=..%2F..%2Fok")]
    [InlineData("client_id=%FF&redirect_uri=%0d%0a")]
    public async Task Page_WithHostileValues_StaysAPage(string query)
    {
        IHtmlDocument page = await OpenAsync($"code=link_token_expired&{query}");

        page.QuerySelectorAll("script").Should().BeEmpty();
        page.QuerySelector("pre")!.TextContent.Should().Contain("HTTP/1.1 ");
    }

    [Fact]
    public async Task Page_WhenSubmitted_KeepsWhatWasChosen()
    {
        IHtmlDocument page = await OpenAsync("dialect=loop&code=conflict&kind=api&via=mvc&state=%22x%22%3Cb%3E");

        page.QuerySelectorAll<IHtmlSelectElement>("select").ToDictionary(select => select.Name!, select => select.Value, StringComparer.Ordinal)
            .Should().Contain("dialect", "loop").And.Contain("code", "conflict").And.Contain("kind", "api").And.Contain("via", "mvc");
        page.QuerySelector<IHtmlInputElement>("input[name=state]")!.Value.Should().Be("\"x\"<b>");
    }

    [Fact]
    public async Task Preset_OfThePage_LeadsToAResponseAndThePageThatPeopleSee()
    {
        IHtmlDocument page = await OpenAsync("");
        string[] presets = [.. page.QuerySelectorAll(".presets a").Select(link => link.GetAttribute("href")!)];
        presets.Should().HaveCountGreaterThan(5);

        foreach (string preset in presets)
        {
            IHtmlDocument tried = await OpenAsync(preset.Split('?', '#')[1]);

            tried.QuerySelector("#response pre")!.TextContent.Should().Contain("HTTP/1.1 ", preset).And.NotContain("HTTP/1.1 404");
            new HtmlParser().ParseDocument(tried.QuerySelector("iframe")!.GetAttribute("srcdoc")!).QuerySelector("h1").Should().NotBeNull(preset);
        }
    }

    [Theory]
    [InlineData("code=insufficient_scope&scope=a+b", "throw new InsufficientScopeException { Scopes = [\"a\", \"b\"] };")]
    [InlineData("code=rate_limited&retry_after=30&message=Wait+%22now%22", "throw new RateLimitedException { PublicMessage = \"Wait \\\"now\\\"\", RetryAfter = TimeSpan.FromSeconds(30) };")]
    [InlineData("code=link_token_expired&via=result", "return TypedResults.LinkError(new LinkTokenExpiredException().Error);")]
    public async Task Page_WhenSubmitted_ShowsTheLineThatDoesIt(string query, string line) =>
        (await OpenAsync("dialect=oauth&" + query)).QuerySelectorAll("#response pre").Select(pre => pre.TextContent).Should().Contain(line);

    [Fact]
    public async Task Page_WithARedirect_ShowsItsParametersDecoded()
    {
        IHtmlDocument page = await OpenAsync("dialect=zapier&code=link_token_expired&client_id=zap&state=a%2Bb");

        page.QuerySelectorAll("#response tr").Select(row => row.TextContent.Trim()).Should().Equal("errorinvalid_request", "error_descriptionToken expired", "statea+b");
        page.QuerySelector("#response a")!.GetAttribute("href").Should().StartWith("/try/zapier/link_token_expired?");
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("de", null)]
    public async Task Page_InALanguage_ShowsHerPage(string language, string? direction)
    {
        IHtmlDocument page = await OpenAsync($"dialect=oauth&code=link_token_expired&language={language}");

        IElement shown = new HtmlParser().ParseDocument(page.QuerySelector("iframe")!.GetAttribute("srcdoc")!).DocumentElement;
        shown.GetAttribute("lang").Should().Be(language);
        shown.GetAttribute("dir").Should().Be(direction);
        page.QuerySelector("a[aria-current]")!.TextContent.Should().Be(language);
    }

    [Theory]
    [InlineData("registered=https://a.example/cb&requested=https://a.example/cb", "yes", "https://a.example/cb?error=server_error")]
    [InlineData("registered=https://a.example/cb&requested=https://a.example/cb/", "yes", null)]
    [InlineData("registered=javascript:alert(1)&requested=javascript:alert(1)", null, null)]
    public async Task Check_OfARedirectUri_SaysWhy(string query, string? valid, string? location)
    {
        IHtmlDocument page = await OpenAsync(query);

        string[] answers = [.. page.QuerySelectorAll("#check td").Select(cell => cell.TextContent)];
        (answers[0] == "yes").Should().Be(valid is not null);
        (answers[1] == "yes").Should().Be(location is not null);
        answers.Should().AllSatisfy(answer => answer.Should().NotBeEmpty());
        string.Concat(answers.Skip(2)).Should().StartWith(location ?? "");
        answers.Should().HaveCount(location is null ? 2 : 3);
    }

    [Theory]
    [InlineData("https://app.example/cb?error=access_denied&state=x", "AccessDeniedException")]
    [InlineData("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Type: application/json\r\n\r\n{\"error\":\"slow_down\"}", "\"retryAfter\": 7")]
    [InlineData("{\"error\":\"invalid_grant\"}", "InvalidGrantException")]
    [InlineData("</textarea><script>alert(1)</script>", "\"read\": false")]
    [InlineData("HTTP/ ::", "\"read\":")]
    public async Task Read_OfWhatIsPasted_ShowsWhatTheClientReads(string pasted, string expected)
    {
        IHtmlDocument page = await OpenAsync("paste=" + Uri.EscapeDataString(pasted));

        page.QuerySelector("#read pre")!.TextContent.Should().Contain(expected);
        page.QuerySelectorAll("script").Should().BeEmpty();
        page.QuerySelector("textarea")!.TextContent.Should().Be(pasted.ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> Options(IHtmlDocument page, string name) =>
        page.QuerySelectorAll(string.Create(CultureInfo.InvariantCulture, $"select[name={name}] option")).Select(option => option.TextContent);

    private async Task<IHtmlDocument> OpenAsync(string query)
    {
        LabAnswer answer = await lab.AskAsync($"/?{query}");
        answer.Status.Should().Be(200);
        answer.MediaType.Should().Be("text/html; charset=utf-8");
        return new HtmlParser().ParseDocument(answer.Body);
    }
}
