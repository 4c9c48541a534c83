using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>The query parameters of <c>/try/{dialect}/{code}</c>.</summary>
public sealed class TryRouteTests(LabHost lab) : IClassFixture<LabHost>
{
    private const string Expired = """{"error":"invalid_request","error_description":"Token expired"}""";
    private const string ExpiredQuery = "?error=invalid_request&error_description=Token%20expired";

    /// <summary>Where the browser may go: exactly a registered URI of the client, and port-free only for an opted-in loopback literal.</summary>
    [Theory]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback", "https://your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=https%3A%2F%2Fyour-domain.com%2Fcallback", "https://your-domain.com/callback")]
    [InlineData("client_id=zap", "https://your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=", "https://your-domain.com/callback")]
    [InlineData("redirect_uri=https://your-domain.com/callback", "https://your-domain.com/callback")]
    [InlineData("client_id=wearables&redirect_uri=https://example.com/vital/callback", "https://example.com/vital/callback")]
    [InlineData("client_id=desktop&redirect_uri=http://127.0.0.1/cb", "http://127.0.0.1/cb")]
    [InlineData("client_id=desktop&redirect_uri=http://127.0.0.1:51004/cb", "http://127.0.0.1:51004/cb")]
    [InlineData("client_id=desktop&redirect_uri=com.example.app:/cb", "com.example.app:/cb")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback&response_mode=query", "https://your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback&kind=interactive", "https://your-domain.com/callback")]
    public Task Target_ThatIsRegistered_IsRedirectedTo(string query, string target) =>
        lab.ShouldRedirectAsync($"/try/zapier/link_token_expired?{query}", 302, target + ExpiredQuery);

    [Theory]
    [InlineData("")]
    [InlineData("client_id=nobody")]
    [InlineData("client_id=nobody&redirect_uri=https://your-domain.com/callback")]
    [InlineData("client_id=ZAP&redirect_uri=https://your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=https://example.com/vital/callback")]
    [InlineData("client_id=zap&redirect_uri=https://evil.example/callback")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback/")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback%3F")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback%23")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com:443/callback")]
    [InlineData("client_id=zap&redirect_uri=HTTPS://your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/%2563allback")]
    [InlineData("client_id=zap&redirect_uri=https://evil.example%40your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=%20https://your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback%0A")]
    [InlineData("client_id=desktop")]
    [InlineData("client_id=desktop&redirect_uri=http://localhost:51004/cb")]
    [InlineData("client_id=desktop&redirect_uri=http://127.0.0.1:0/cb")]
    [InlineData("client_id=desktop&redirect_uri=http://127.0.0.1:51004%40evil.example/cb")]
    [InlineData("redirect_uri=https://evil.example/callback")]
    [InlineData("redirect_uri=//your-domain.com/callback")]

    // RFC 6749 §3.1: a repeated parameter makes the request ambiguous.
    [InlineData("client_id=zap&client_id=zap&redirect_uri=https://your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback&redirect_uri=https://your-domain.com/callback")]
    [InlineData("client_id=zap&redirect_uri=https://your-domain.com/callback&state=a&state=b")]
    public Task Target_ThatIsNotRegistered_IsAnsweredHere(string query) =>
        lab.ShouldAnswerJsonAsync($"/try/zapier/link_token_expired?{query}", 400, Expired);

    [Fact]
    public async Task Flow_InAForm_IsReadLikeAQuery()
    {
        using FormUrlEncodedContent form = new([
            KeyValuePair.Create("client_id", "zap"),
            KeyValuePair.Create("redirect_uri", "https://your-domain.com/callback"),
            KeyValuePair.Create("state", "a+b c")]);

        LabAnswer answer = await lab.AskAsync("/try/zapier/link_token_expired", HttpMethod.Post, form);

        answer.ShouldBeRedirect(303, $"https://your-domain.com/callback{ExpiredQuery}&state=a%2Bb%20c");
    }

    [Fact]
    public async Task Flow_InQueryAndForm_IsAmbiguous()
    {
        using FormUrlEncodedContent form = new([KeyValuePair.Create("client_id", "other")]);

        LabAnswer answer = await lab.AskAsync("/try/zapier/link_token_expired?client_id=zap", HttpMethod.Post, form);

        answer.ShouldBeJson(400, Expired);
    }

    [Fact]
    public Task Dialect_OfThePath_IsMoreSpecificThanTheClients() => lab.ShouldRedirectAsync(
        $"/try/oauth/link_token_expired?{LabVocabulary.Flow}&state=s-1",
        302,
        $"{LabVocabulary.Target}?error=invalid_request&error_description=The%20link%20token%20has%20expired.&state=s-1");

    [Fact]
    public Task KindApi_WithAValidTarget_IsNeverRedirected() =>
        lab.ShouldAnswerJsonAsync("/try/zapier/link_token_expired?client_id=zap&kind=api", 400, Expired);

    [Fact]
    public Task Parameters_OfTheError_ReachTheWire() => lab.ShouldAnswerJsonAsync(
        "/try/oauth/insufficient_scope?kind=api&message=Ask+for+more&scope=read++write%20admin&retry_after=5",
        403,
        """{"error":"insufficient_scope","error_description":"Ask for more"}""",
        headers:
        [
            ("Retry-After", "5"),
            ("WWW-Authenticate", "Bearer realm=\"link\", error=\"insufficient_scope\", error_description=\"Ask for more\", scope=\"read write admin\""),
        ]);

    /// <summary>The deliveries of an interactive endpoint without a target: a page for whoever prefers it, otherwise JSON.</summary>
    [Theory]
    [InlineData("text/html", true)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true)]
    [InlineData("application/json;q=0.5, text/html", true)]
    [InlineData("*/*", false)]
    [InlineData("application/json", false)]
    [InlineData("application/json, text/html", false)]
    [InlineData("text/html;q=0, */*", false)]
    [InlineData("not an accept header;;", false)]
    public async Task Accept_WithoutATarget_ChoosesPageOrJson(string accept, bool isPage)
    {
        LabAnswer answer = await lab.AskAsync("/try/zapier/link_token_expired", headers: ("Accept", accept));

        if (isPage)
        {
            answer.ShouldBePage(400).Title.Should().Be("This link has expired");
        }
        else
        {
            answer.ShouldBeJson(400, Expired);
        }
    }
}
