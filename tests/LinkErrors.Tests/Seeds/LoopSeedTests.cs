using AngleSharp.Html.Dom;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Seeds;

/// <summary>Loop's page "Errors": the OAuth endpoints (RFC 6749 §5.2), and the calls of its services with a token.</summary>
public sealed class LoopSeedTests(LoopHost lab) : IClassFixture<LoopHost>
{
    private const string Flow = "client_id=loop-app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ftenant%3D7";

    /// <summary>The code, which is its own canonical code, its status and its text.</summary>
    public static TheoryData<string, int, string> OAuthErrors { get; } = new()
    {
        { "invalid_request", 400, "The request is malformed or lacks a required parameter." },
        { "invalid_client", 401, "Client authentication failed." },
        { "invalid_grant", 400, "The grant is invalid, expired, revoked or was already used." },
        { "unauthorized_client", 400, "The client may not use this grant or response type." },
        { "unsupported_grant_type", 400, "The grant type is not supported." },
        { "invalid_scope", 400, "The requested scope is unknown, malformed or not allowed." },
        { "access_denied", 400, "The request was denied." },
        { "server_error", 500, $"An unexpected error occurred. Reference: {LabAnswer.TraceId}" },
        { "temporarily_unavailable", 503, "The service is temporarily unavailable." },
        { "unsupported_response_type", 400, "The response type is not supported." },
    };

    /// <summary>The code and query, the error on the wire, the status, the text, and the header that belongs to it.</summary>
    public static TheoryData<string, string, int, string, string?, string?> ServiceErrors { get; } = new()
    {
        {
            "invalid_token", "invalid_token", 401, "The access token is missing, expired, revoked or malformed.",
            "WWW-Authenticate", "Bearer realm=\"link\", error=\"invalid_token\", error_description=\"The access token is missing, expired, revoked or malformed.\""
        },
        {
            "insufficient_scope?scope=biomarkers.read%20labs:write", "insufficient_scope", 401, "The access token lacks a scope that this operation needs.",
            "WWW-Authenticate",
            "Bearer realm=\"link\", error=\"insufficient_scope\", error_description=\"The access token lacks a scope that this operation needs.\", scope=\"biomarkers.read labs:write\""
        },
        {
            "insufficient_scope", "insufficient_scope", 401, "The access token lacks a scope that this operation needs.",
            "WWW-Authenticate", "Bearer realm=\"link\", error=\"insufficient_scope\", error_description=\"The access token lacks a scope that this operation needs.\""
        },
        { "forbidden", "forbidden", 403, "This action is not allowed.", null, null },
        { "not_found", "not_found", 404, "The resource was not found.", null, null },
        { "conflict", "conflict", 409, "The request conflicts with the current state.", null, null },
        { "unprocessable_entity", "unprocessable_entity", 422, "The request is well-formed, but its content is not valid.", null, null },
        { "rate_limited?retry_after=120", "rate_limited", 429, "Too many requests.", "Retry-After", "120" },
        { "rate_limited?retry_after=0", "rate_limited", 429, "Too many requests.", "Retry-After", "1" },
        { "rate_limited", "rate_limited", 429, "Too many requests.", null, null },
        { "server_error", "server_error", 500, $"An unexpected error occurred. Reference: {LabAnswer.TraceId}", null, null },
        { "provider_api_error", "server_error", 500, "The provider could not be reached or answered unexpectedly.", null, null },
    };

    [Theory]
    [MemberData(nameof(OAuthErrors))]
    public Task OAuthError_FromTheTokenEndpoint_IsJsonWithItsErrorUri(string code, int status, string text) =>
        lab.ShouldAnswerJsonAsync(
            $"/try/loop/{code}?kind=api&state=s-1&{Flow}",
            status,
            $$"""{"error":"{{code}}","error_description":"{{text}}","error_uri":"https://platform.loop.health/connect/errors#{{code}}"}""");

    [Theory]
    [MemberData(nameof(ServiceErrors))]
    public Task ServiceError_OfACallWithAToken_IsTheRowOfThePage(string code, string error, int status, string text, string? header, string? value)
    {
        string name = code.Split('?')[0];
        return lab.ShouldAnswerJsonAsync(
            $"/try/loop/{code}{(name == code ? '?' : '&')}kind=api",
            status,
            $$"""{"error":"{{error}}","error_description":"{{text}}","error_uri":"https://platform.loop.health/connect/errors#{{name}}"}""",
            headers: header is null ? [] : [(header, value!)]);
    }

    [Fact]
    public Task Example_OfThePage_IsTheSameJson() => lab.ShouldAnswerJsonAsync(
        "/try/loop/invalid_grant?kind=api&message=Authorization%20code%20expired",
        400,
        """{"error":"invalid_grant","error_description":"Authorization code expired","error_uri":"https://platform.loop.health/connect/errors#invalid_grant"}""");

    /// <summary>RFC 6749 §5.2: a client that used Authorization is answered in its scheme, any other gets no challenge.</summary>
    [Theory]
    [InlineData("Basic Zm9vOmJhcg==", "Basic realm=\"link\"")]
    [InlineData("basic Zm9vOmJhcg==", "basic realm=\"link\"")]
    [InlineData("DPoP abc", "DPoP realm=\"link\"")]
    [InlineData("\"><script>x", null)]
    [InlineData(null, null)]
    public async Task InvalidClient_ByCredentials_IsChallengedInItsScheme(string? authorization, string? challenge)
    {
        LabAnswer answer = await lab.AskAsync(
            "/try/loop/invalid_client?kind=api", HttpMethod.Post, headers: authorization is null ? [] : [("Authorization", authorization)]);

        answer.ShouldBeJson(
            401,
            """{"error":"invalid_client","error_description":"Client authentication failed.","error_uri":"https://platform.loop.health/connect/errors#invalid_client"}""",
            headers: challenge is null ? [] : [("WWW-Authenticate", challenge)]);
    }

    [Theory]
    [InlineData("access_denied", "The%20request%20was%20denied.")]
    [InlineData("invalid_scope", "The%20requested%20scope%20is%20unknown%2C%20malformed%20or%20not%20allowed.")]
    [InlineData("unsupported_response_type", "The%20response%20type%20is%20not%20supported.")]
    [InlineData("server_error", $"An%20unexpected%20error%20occurred.%20Reference%3A%20{LabAnswer.TraceId}")]
    [InlineData("temporarily_unavailable", "The%20service%20is%20temporarily%20unavailable.")]
    public Task OAuthError_OfAnInteractiveEndpoint_IsRedirectedWithItsErrorUri(string code, string text) =>
        lab.ShouldRedirectAsync(
            $"/try/loop/{code}?{Flow}&state=s-1",
            302,
            $"https://app.example/cb?tenant=7&error={code}&error_description={text}&error_uri=https%3A%2F%2Fplatform.loop.health%2Fconnect%2Ferrors%23{code}&state=s-1");

    /// <summary>RFC 6749 §4.1.2.1: a client that cannot be trusted gets no redirect.</summary>
    [Fact]
    public Task InvalidClient_OfAnInteractiveEndpoint_IsNotRedirected() => lab.ShouldAnswerJsonAsync(
        $"/try/loop/invalid_client?{Flow}",
        401,
        """{"error":"invalid_client","error_description":"Client authentication failed.","error_uri":"https://platform.loop.health/connect/errors#invalid_client"}""");

    [Fact]
    public async Task Page_OfAnError_LinksItsDocumentation()
    {
        LabAnswer answer = await lab.AskAsync("/try/loop/invalid_scope", headers: ("Accept", "text/html"));

        IHtmlDocument page = answer.ShouldBePage(400);
        page.QuerySelector("a")!.GetAttribute("href").Should().Be("https://platform.loop.health/connect/errors#invalid_scope");
    }
}
