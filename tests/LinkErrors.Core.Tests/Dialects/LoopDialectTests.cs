using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class LoopDialectTests
{
    private const string Text = "What happened";

    // Loop, the tables of its OAuth endpoints and of its service calls.
    [Theory]
    [InlineData("invalid_request", 400)]
    [InlineData("invalid_grant", 400)]
    [InlineData("unauthorized_client", 400)]
    [InlineData("unsupported_grant_type", 400)]
    [InlineData("invalid_scope", 400)]
    [InlineData("unsupported_response_type", 400)]
    [InlineData("invalid_client", 401)]
    [InlineData("access_denied", 400)]
    [InlineData("server_error", 500)]
    [InlineData("temporarily_unavailable", 503)]
    [InlineData("invalid_token", 401)]
    [InlineData("insufficient_scope", 401)]
    [InlineData("forbidden", 403)]
    [InlineData("not_found", 404)]
    [InlineData("conflict", 409)]
    [InlineData("unprocessable_entity", 422)]
    [InlineData("rate_limited", 429)]
    public void Json_OfCode_HasTheCodeAndStatusOfTheTable(string code, int status)
    {
        LinkError error = Wire.Error(code) with { Message = Text, State = "xyz", HelpUri = new Uri($"https://docs.example.org/errors#{code}") };

        Wire.Body(LinkErrorDialects.Loop, error).Should().Be($$"""{"error":"{{code}}","error_description":"What happened","error_uri":"https://docs.example.org/errors#{{code}}"}""");
        Wire.Body(LinkErrorDialects.Loop, error with { HelpUri = null }).Should().Be($$"""{"error":"{{code}}","error_description":"What happened"}""");
        LinkErrorDialects.Loop.GetStatusCode(error, LinkErrorWriteContext.Default).Should().Be(status);
        LinkErrorDialects.Loop.GetWireCode(error.Definition).Should().Be(code);
        Wire.Read("loop", status, Wire.Body(LinkErrorDialects.Loop, error))!
            .Should().BeEquivalentTo(new { Code = code, Message = Text, StatusCode = status, Origin = new LinkErrorOrigin("loop", code, Text) });
    }

    // What Loop has no code for: the code of its status, else the OAuth code.
    [Theory]
    [InlineData("link_token_missing", "not_found", 404)]
    [InlineData("entity_missing", "not_found", 404)]
    [InlineData("duplicate_connection", "conflict", 409)]
    [InlineData("too_many_requests", "rate_limited", 429)]
    [InlineData("link_token_expired", "invalid_grant", 400)]
    [InlineData("user_cancelled", "access_denied", 400)]
    [InlineData("provider_error", "server_error", 500)]
    [InlineData("session_expired", "invalid_request", 400)]
    public void Json_OfOtherCode_HasANearOne(string code, string wireCode, int status)
    {
        LinkErrorResponse response = Wire.Response(LinkErrorDialects.Loop, Wire.Error(code));

        response.GetText("error").Should().Be(wireCode);
        response.StatusCode.Should().Be(status);
    }

    // Loop: 401s carry WWW-Authenticate, insufficient_scope lists the scope there, 429 carries Retry-After.
    [Theory]
    [InlineData("invalid_token", null, "Bearer realm=\"link\", error=\"invalid_token\", error_description=\"What happened\"")]
    [InlineData("invalid_token", "Bearer", "Bearer realm=\"link\", error=\"invalid_token\", error_description=\"What happened\"")]
    [InlineData("insufficient_scope", null, "Bearer realm=\"link\", error=\"insufficient_scope\", error_description=\"What happened\", scope=\"read write\"")]
    [InlineData("invalid_client", "Basic", "Basic realm=\"link\"")]
    [InlineData("invalid_client", null, null)]
    [InlineData("forbidden", "Bearer", null)]
    [InlineData("invalid_grant", "Basic", null)]
    public void Challenge_OfCode_SaysWhatIsMissing(string code, string? scheme, string? challenge)
    {
        LinkError error = Wire.Error(code) with { Message = Text, Scopes = code == "insufficient_scope" ? ["read", "write"] : [] };

        Wire.Headers(LinkErrorDialects.Loop, error, new LinkErrorWriteContext { CredentialScheme = scheme })
            .Should().Equal(challenge is null ? [] : ["WWW-Authenticate: " + challenge]);
    }

    [Fact]
    public void Headers_OfRateLimit_HaveTheDelay() =>
        Wire.Headers(LinkErrorDialects.Loop, Wire.Error("rate_limited") with { RetryAfter = TimeSpan.FromSeconds(30) }).Should().Equal("Retry-After: 30");

    // Loop, "SDK errors": the code, the required scope and the delay in one typed error.
    [Fact]
    public void Reader_OfServiceCall_FindsScopeAndDelay()
    {
        LinkError error = Wire.Read(
            "loop",
            401,
            """{"error":"insufficient_scope","error_description":"More, please"}""",
            ("WWW-Authenticate", "Bearer realm=\"loop\", error=\"insufficient_scope\", scope=\"clinical:read  clinical:write\""),
            ("Retry-After", "5"))!;

        error.Should().BeEquivalentTo(new { Code = "insufficient_scope", StatusCode = 401, RetryAfter = TimeSpan.FromSeconds(5) });
        error.Scopes.Should().Equal("clinical:read", "clinical:write");
    }

    // access_denied is a redirect when interactive, as everything that OAuth redirects.
    [Theory]
    [InlineData("access_denied", "access_denied")]
    [InlineData("unsupported_response_type", "unsupported_response_type")]
    [InlineData("server_error", "server_error")]
    [InlineData("not_found", "not_found")]
    [InlineData("link_token_expired", "invalid_request")]
    public void Parameters_OfCode_AreThoseOfOAuth(string code, string wireCode)
    {
        LinkError error = Wire.Error(code) with { Message = Text, State = "xyz", HelpUri = new Uri("https://docs.example.org/errors#x") };

        Wire.Parameters(LinkErrorDialects.Loop, error).Should().Equal($"error={wireCode}", "error_description=What happened", "error_uri=https://docs.example.org/errors#x", "state=xyz");
    }
}
