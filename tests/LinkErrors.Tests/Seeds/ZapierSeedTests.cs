using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Seeds;

/// <summary>Zapier's page "Error handling": its connection flow, its token endpoint, and the page without a redirect_uri.</summary>
public sealed class ZapierSeedTests(LabHost lab) : IClassFixture<LabHost>
{
    private const string Callback = "https://your-domain.com/callback";
    private const string Flow = "client_id=zap&redirect_uri=https://your-domain.com/callback";

    /// <summary>The canonical code, with a message where the page has one; then error and error_description in the URL.</summary>
    public static TheoryData<string, string, string> RedirectErrors { get; } = new()
    {
        { "link_token_invalid", "invalid_request", "Invalid%20token" },
        { "link_token_expired", "invalid_request", "Token%20expired" },
        { "invalid_target", "invalid_request", "Resource%20does%20not%20match%20connect%20token" },
        { "invalid_app", "invalid_request", "Invalid%20app" },
        { "user_not_found", "access_denied", "User%20not%20found" },
        { "session_initialization_failed", "server_error", "Session%20initialization%20failed" },
        { "server_error", "server_error", "An%20unexpected%20error%20occurred" },
        { "provider_error", "server_error", "OAuth%20Failed" },
        { "provider_error?message=user%20denied%20consent", "server_error", "OAuth%20Failed%3A%20user%20denied%20consent" },

        // What has no row maps by status and kind: a refusal, a fault of the service, or else the request's own.
        { "access_denied", "access_denied", "The%20request%20was%20denied." },
        { "user_cancelled", "access_denied", "The%20user%20cancelled%20linking." },
        { "forbidden", "access_denied", "This%20action%20is%20not%20allowed." },
        { "temporarily_unavailable", "server_error", "The%20service%20is%20temporarily%20unavailable." },
        { "provider_api_error", "server_error", "The%20provider%20could%20not%20be%20reached%20or%20answered%20unexpectedly." },
        { "link_token_consumed", "invalid_request", "The%20link%20token%20has%20already%20been%20used." },
        { "invalid_grant", "invalid_request", "The%20grant%20is%20invalid%2C%20expired%2C%20revoked%20or%20was%20already%20used." },
        { "not_found", "invalid_request", "The%20resource%20was%20not%20found." },
    };

    /// <summary>The state in the request, and the same state in the Location, always with %20 for a space.</summary>
    public static TheoryData<string, string> States { get; } = new()
    {
        { "xyz", "xyz" },
        { "a+b", "a%20b" },
        { "a%20b", "a%20b" },
        { "a%2Bb", "a%2Bb" },
        { "a%2520b", "a%2520b" },
        { "%20%20", "%20%20" },
        { "caf%C3%A9", "caf%C3%A9" },
        { "%E5%B7%9E-%F0%9F%94%97", "%E5%B7%9E-%F0%9F%94%97" },
        { "a%26error%3Dnone%23x", "a%26error%3Dnone%23x" },
        { "a=b", "a%3Db" },
        { "q%3F%2F%3A%40", "q%3F%2F%3A%40" },
        { "eyJhIjoxfQ%3D%3D", "eyJhIjoxfQ%3D%3D" },
        { "-._~", "-._~" },
        { "!*'()", "%21%2A%27%28%29" },
        { "%22%5C%3Cb%3E", "%22%5C%3Cb%3E" },
        { "a%0D%0ASet-Cookie%3A%20x%3D1", "a%0D%0ASet-Cookie%3A%20x%3D1" },
        { "%00%7F", "%00%7F" },
    };

    /// <summary>JSON of the token endpoint: query, status, body.</summary>
    public static TheoryData<string, int, string> TokenErrors { get; } = new()
    {
        { "invalid_grant", 400, """{"error":"invalid_grant","error_description":"The grant is invalid, expired, revoked or was already used."}""" },
        {
            "invalid_grant?message=Refresh%20token%20is%20expired,%20revoked,%20or%20invalid", 400,
            """{"error":"invalid_grant","error_description":"Refresh token is expired, revoked, or invalid"}"""
        },
        { "invalid_client", 401, """{"error":"invalid_client","error_description":"Client authentication failed."}""" },
        { "invalid_request", 400, """{"error":"invalid_request","error_description":"The request is malformed or lacks a required parameter."}""" },
        { "server_error", 500, """{"error":"server_error","error_description":"An unexpected error occurred"}""" },
        { "provider_error", 500, """{"error":"server_error","error_description":"OAuth Failed"}""" },
        { "link_token_missing", 404, """{"error":"invalid_request","error_description":"The link token is missing from the request."}""" },
        { "redirect_uri_missing", 400, """{"error":"invalid_request","error_description":"The redirect_uri parameter is missing."}""" },
        { "invalid_redirect_uri", 400, """{"error":"invalid_request","error_description":"redirect_uri is not allowed"}""" },
        { "user_not_found", 400, """{"error":"access_denied","error_description":"User not found"}""" },
    };

    [Theory]
    [MemberData(nameof(RedirectErrors))]
    public async Task RedirectError_ToTheRedirectUri_IsTheRowOfThePage(string code, string error, string description)
    {
        string path = $"/try/zapier/{code}{(code.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Flow}";

        await lab.ShouldRedirectAsync(path, 302, $"{Callback}?error={error}&error_description={description}");
        await lab.ShouldRedirectAsync($"{path}&state=s-1", 302, $"{Callback}?error={error}&error_description={description}&state=s-1");
    }

    [Theory]
    [MemberData(nameof(States))]
    public Task State_OfTheClient_IsEchoedByteForByte(string sent, string echoed) =>
        lab.ShouldRedirectAsync(
            $"/try/zapier/link_token_expired?{Flow}&state={sent}",
            302,
            $"{Callback}?error=invalid_request&error_description=Token%20expired&state={echoed}");

    [Theory]
    [InlineData("")]
    [InlineData("&state")]
    [InlineData("&state=")]
    public Task State_ThatWasNotSent_IsLeftOut(string state) =>
        lab.ShouldRedirectAsync($"/try/zapier/link_token_expired?{Flow}{state}", 302, $"{Callback}?error=invalid_request&error_description=Token%20expired");

    [Theory]
    [MemberData(nameof(TokenErrors))]
    public Task TokenError_FromTheEndpoint_IsJson(string code, int status, string body)
    {
        string path = $"/try/zapier/{code}{(code.Contains('?', StringComparison.Ordinal) ? '&' : '?')}kind=api&state=s-1&{Flow}";
        return lab.ShouldAnswerJsonAsync(path, status, body, headers: status == 401 ? [("WWW-Authenticate", "Bearer realm=\"link\"")] : []);
    }

    [Fact]
    public async Task TokenExample_OfThePage_IsTheSameJson()
    {
        using FormUrlEncodedContent form = new([KeyValuePair.Create("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), KeyValuePair.Create("client_id", "zap")]);

        LabAnswer answer = await lab.AskAsync("/try/zapier/invalid_grant?kind=api&message=JWT+validation+failed%3A+token+has+expired", HttpMethod.Post, form);

        answer.ShouldBeJson(400, """{"error":"invalid_grant","error_description":"JWT validation failed: token has expired"}""");
    }

    /// <summary>RFC 6749 §5.2: the challenge has the scheme with which the client tried to authenticate.</summary>
    [Theory]
    [InlineData("Basic emFwOndyb25n", "Basic realm=\"link\"")]
    [InlineData("Bearer abc", "Bearer realm=\"link\"")]
    public async Task InvalidClient_WithCredentialsInAHeader_IsChallengedInItsScheme(string authorization, string challenge)
    {
        LabAnswer answer = await lab.AskAsync("/try/zapier/invalid_client?kind=api", HttpMethod.Post, headers: ("Authorization", authorization));

        answer.ShouldBeJson(401, """{"error":"invalid_client","error_description":"Client authentication failed."}""", headers: ("WWW-Authenticate", challenge));
    }

    /// <summary>The page: "Otherwise: Zapier returns an HTML error page directly to the user."</summary>
    [Theory]
    [InlineData("link_token_invalid", "", 400, "This link does not work")]
    [InlineData("link_token_expired", "", 400, "This link has expired")]
    [InlineData("redirect_uri_missing", Flow, 400, "We cannot send you back")]
    [InlineData("session_missing", "", 400, "You need to sign in again")]
    [InlineData("link_token_missing", Flow, 404, "This link does not work")]
    [InlineData("link_token_missing", "", 404, "This link does not work")]
    [InlineData("link_token_expired", "client_id=zap&redirect_uri=https://your-domain.com/callback/", 400, "This link has expired")]
    [InlineData("link_token_expired", "client_id=nobody&redirect_uri=https://your-domain.com/callback", 400, "This link has expired")]
    public async Task ConnectionError_WithoutAValidRedirectUri_IsAPage(string code, string query, int status, string text)
    {
        string path = $"/try/zapier/{code}?state=s-1&{query}";
        LabAnswer answer = await lab.AskAsync(path, headers: ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        IHtmlDocument page = answer.ShouldBePage(status);
        page.QuerySelector("h1")!.TextContent.Should().Be(text);
        answer.Body.Should().NotContain("s-1", "the state is not echoed on a local page");
        (await lab.AskAsync(path, HttpMethod.Head, headers: ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"))).ShouldBeHeadOf(answer);
    }

    /// <summary>In a popup, the page tells the opener, and nobody but the opener of the registered origin.</summary>
    [Theory]
    [InlineData("link_token_expired", "invalid_request")]
    [InlineData("user_not_found", "access_denied")]
    [InlineData("provider_error", "server_error")]
    public async Task Popup_OfAnError_PostsAuthenticationErrorToTheExactOrigin(string code, string error)
    {
        LabAnswer answer = await lab.AskAsync($"/try/zapier/{code}?{Flow}&response_mode=web_message&state=s-1");

        answer.Status.Should().Be(200);
        IElement script = new HtmlParser().ParseDocument(answer.Body).QuerySelectorAll("script").Should().ContainSingle().Subject;
        script.GetAttribute("data-message").Should().Be($$"""{"type":"authenticationError","error":"{{error}}"}""");
        script.GetAttribute("data-origin").Should().Be("https://your-domain.com");
    }

    /// <summary>
    /// The page lists "redirect_uri is not allowed" among the redirect errors. RFC 6749 §4.1.2.1 forbids to send it to the
    /// very URI that is not allowed, and the one that is registered did not ask for it either.
    /// </summary>
    [Theory]
    [InlineData("https://evil.example/cb")]
    [InlineData("https://your-domain.com/callback")]
    public async Task RedirectUriNotAllowed_WhateverWasRequested_IsNotRedirected(string redirectUri)
    {
        string path = $"/try/zapier/invalid_redirect_uri?client_id=zap&redirect_uri={redirectUri}&state=s-1";

        await lab.ShouldAnswerJsonAsync(path, 400, """{"error":"invalid_request","error_description":"redirect_uri is not allowed"}""");
        (await lab.AskAsync(path, headers: ("Accept", "text/html"))).ShouldBePage(400);
    }

    [Fact]
    public Task UnregisteredUri_OfAnyError_IsNotRedirected() => lab.ShouldAnswerJsonAsync(
        "/try/zapier/link_token_expired?client_id=zap&redirect_uri=https://evil.example/cb&state=s-1",
        400,
        """{"error":"invalid_request","error_description":"Token expired"}""");
}
