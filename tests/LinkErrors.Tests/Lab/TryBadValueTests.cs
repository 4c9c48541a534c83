using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>What ErrorLab does not know is itself a link error.</summary>
public sealed class TryBadValueTests(LabHost lab) : IClassFixture<LabHost>
{
    private const string NoDialect = "There is no such dialect.";
    private const string NoCode = "There is no such code.";
    private const string BadKind = "The parameter kind is neither interactive nor api.";
    private const string BadVia = "The parameter via is none of throw, result, mvc, mvc-result.";
    private const string BadRetryAfter = "The parameter retry_after is not a number of seconds.";

    [Theory]
    [InlineData("/try/nope/link_token_expired", NoDialect)]
    [InlineData("/try/nope/nope", NoDialect)]
    [InlineData("/try/Junction/link_token_expired", NoDialect)]
    [InlineData("/try/oauth%20/link_token_expired", NoDialect)]
    [InlineData("/try/%0d%0aX-Injected:%20y/link_token_expired", NoDialect)]
    [InlineData("/try/%F0%9F%98%88/link_token_expired", NoDialect)]
    [InlineData("/try/nope/link_token_expired?via=result", NoDialect)]
    [InlineData("/try/nope/link_token_expired?via=mvc", NoDialect)]
    [InlineData("/try/nope/link_token_expired?via=mvc-result", NoDialect)]
    [InlineData("/unexpected/nope", NoDialect)]
    [InlineData("/unexpected/nope?via=mvc", NoDialect)]
    [InlineData("/try/junction/nope", NoCode)]
    [InlineData("/try/junction/LINK_TOKEN_EXPIRED", NoCode)]
    [InlineData("/try/junction/token_expired", NoCode)]
    [InlineData("/try/junction/%3Cscript%3E", NoCode)]
    [InlineData("/try/junction/a%0d%0ab", NoCode)]
    [InlineData("/try/junction/nope?via=result", NoCode)]
    [InlineData("/try/junction/nope?via=mvc", NoCode)]
    [InlineData("/try/junction/nope?via=mvc-result", NoCode)]
    public async Task Unknown_DialectOrCode_IsNotFoundInTheDefaultDialect(string path, string detail)
    {
        string body = $$"""{"type":"about:blank","title":"Not Found","status":404,"detail":"{{detail}}","code":"not_found","traceId":"{{LabAnswer.TraceId}}"}""";

        await lab.ShouldAnswerJsonAsync(path, 404, body, "application/problem+json");
        (await lab.AskAsync(path, headers: ("Accept", "text/html"))).ShouldBePage(404).QuerySelector("h1")!.TextContent.Should().Be("We could not find this");
    }

    /// <summary>The kind holds for errors about the request itself: code that calls never gets a page.</summary>
    [Theory]
    [InlineData("/try/nope/link_token_expired?kind=api", NoDialect)]
    [InlineData("/try/junction/nope?kind=api", NoCode)]
    public async Task Unknown_OfAnApi_IsJsonForEveryone(string path, string detail)
    {
        LabAnswer answer = await lab.AskAsync(path, headers: ("Accept", "text/html"));

        answer.Status.Should().Be(404);
        answer.Body.Should().Contain($"\"detail\":\"{detail}\"");
    }

    [Fact]
    public async Task Unknown_WithAnotherDefaultDialect_IsAnsweredInThat()
    {
        await using LabHost central = LabHost.Start(settings: ("LinkErrors:Dialect", "centralauth"));

        await central.ShouldAnswerJsonAsync("/try/nope/link_token_expired", 404, """{"errorCode":"notFound","message":"There is no such dialect."}""");
        await central.ShouldAnswerJsonAsync("/try/junction/nope", 404, """{"errorCode":"notFound","message":"There is no such code."}""");
    }

    [Theory]
    [InlineData("kind=bogus", BadKind)]
    [InlineData("kind=API", BadKind)]
    [InlineData("kind=api&kind=api", BadKind)]
    [InlineData("kind=%00", BadKind)]
    [InlineData("via=bogus", BadVia)]
    [InlineData("via=Throw", BadVia)]
    [InlineData("via=mvc%20", BadVia)]
    [InlineData("via=%0d%0a", BadVia)]
    [InlineData("retry_after=soon", BadRetryAfter)]
    [InlineData("retry_after=-1", BadRetryAfter)]
    [InlineData("retry_after=1.5", BadRetryAfter)]
    [InlineData("retry_after=4294967296", BadRetryAfter)]
    [InlineData("retry_after=1&retry_after=2", BadRetryAfter)]
    [InlineData("retry_after=%D9%A1", BadRetryAfter)]
    [InlineData("retry_after=1%0d%0aX:y", BadRetryAfter)]
    public async Task BadValue_OfAParameter_IsInvalidRequestInTheChosenDialect(string query, string text)
    {
        string encoded = text.Replace(" ", "%20", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

        await lab.ShouldAnswerJsonAsync($"/try/zapier/link_token_expired?{query}", 400, $$"""{"error":"invalid_request","error_description":"{{text}}"}""");
        await lab.ShouldRedirectAsync(
            $"/try/zapier/link_token_expired?client_id=zap&state=s-1&{query}",
            302,
            $"https://your-domain.com/callback?error=invalid_request&error_description={encoded}&state=s-1");
    }

    [Theory]
    [InlineData("kind=bogus&via=mvc", BadKind)]
    [InlineData("kind=bogus&via=mvc-result", BadKind)]
    [InlineData("retry_after=soon&via=result", BadRetryAfter)]
    [InlineData("retry_after=soon&via=mvc", BadRetryAfter)]
    [InlineData("retry_after=soon&via=mvc-result", BadRetryAfter)]
    public Task BadValue_ByAnyEntryPoint_IsInvalidRequest(string query, string text) => lab.ShouldAnswerJsonAsync(
        $"/try/zapier/link_token_expired?{query}", 400, $$"""{"error":"invalid_request","error_description":"{{text}}"}""");

    [Theory]
    [InlineData("kind=bogus", BadKind)]
    [InlineData("via=bogus", BadVia)]
    public Task BadValue_OfUnexpected_IsInvalidRequest(string query, string text) => lab.ShouldAnswerJsonAsync(
        $"/unexpected/zapier?{query}", 400, $$"""{"error":"invalid_request","error_description":"{{text}}"}""");
}
