using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class JunctionDialectTests
{
    // Junction, "Link Error Types". The list is not exhaustive: other canonical codes pass as they are.
    public static TheoryData<string, string> Codes { get; } = new()
    {
        { "invalid_token", "link_token_invalid" },
        { "token_expired", "link_token_expired" },
        { "token_consumed", "link_token_consumed" },
        { "token_not_validated", "link_token_not_validated" },
        { "provider_credential_error", "provider_credential_error" },
        { "provider_password_expired", "provider_password_expired" },
        { "provider_api_error", "provider_api_error" },
        { "unsupported_region", "unsupported_region" },
        { "duplicate_connection", "duplicate_connection" },
        { "required_scopes_not_granted", "required_scopes_not_granted" },
        { "incorrect_mfa_code", "incorrect_mfa_code" },
        { "user_cancelled", "user_cancelled" },
        { "access_denied", "access_denied" },
        { "server_error", "server_error" },
        { "session_expired", "session_expired" },
    };

    // Junction, "URL Query": state, error_type and error, in this order. state is a constant, so no OAuth state is echoed.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Parameters_OfCode_AreStateTypeAndProse(string wireCode, string code) =>
        Wire.Parameters(LinkErrorDialects.Junction, Wire.Error(code) with { Message = "Invalid username or password", State = "xyz", HelpUri = new Uri("https://docs.example.org/e") }, new LinkErrorWriteContext { Issuer = "https://issuer.example" })
            .Should().Equal("state=error", $"error_type={wireCode}", "error=Invalid username or password");

    // Junction, "JSON Response": 200 with the same three fields.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Json_OfCode_IsTheSameWithStatus200(string wireCode, string code)
    {
        LinkError error = Wire.Error(code) with { Message = "Invalid username or password", State = "xyz", Scopes = ["read"] };

        Wire.Body(LinkErrorDialects.Junction, error).Should().Be($$"""{"state":"error","error_type":"{{wireCode}}","error":"Invalid username or password"}""");
        LinkErrorDialects.Junction.GetStatusCode(error, LinkErrorWriteContext.Default).Should().Be(200);
        LinkErrorDialects.Junction.GetWireCode(error.Definition).Should().Be(wireCode);
        Wire.Headers(LinkErrorDialects.Junction, error).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Reader_OfWireCode_FindsTheCanonicalOne(string wireCode, string code)
    {
        Wire.Read("junction", $"?state=error&error_type={wireCode}&error=Too%20late")!.Code.Should().Be(code);
        LinkError error = Wire.Read("junction", 200, $$"""{"state":"error","error_type":"{{wireCode}}","error":"Too late"}""")!;
        error.Code.Should().Be(code);
        error.Message.Should().Be("Too late");
        error.StatusCode.Should().Be(Wire.Error(code).StatusCode, "200 says nothing");
        error.Origin.Should().Be(new LinkErrorOrigin("junction", wireCode, "Too late"));
    }

    // state is one of success, error and pending_provider_mfa.
    [Theory]
    [InlineData("?state=success")]
    [InlineData("?state=pending_provider_mfa&error_type=x")]
    [InlineData("?error_type=token_expired&error=x")]
    [InlineData("?state=error")]
    [InlineData("?state=ERROR&error_type=token_expired")]
    [InlineData("?error=access_denied&error_description=x&state=xyz")]
    public void Reader_OfOtherParameters_ReadsNothing(string query) => Wire.Read("junction", query).Should().BeNull();

    [Theory]
    [InlineData("""{"state":"success"}""")]
    [InlineData("""{"state":"pending_provider_mfa","provider_mfa":{"method":"sms"}}""")]
    [InlineData("""{"error_type":"token_expired","error":"x"}""")]
    [InlineData("[]")]
    public void Reader_OfOtherJson_ReadsNothing(string body) => Wire.Read("junction", 200, body).Should().BeNull();

    [Fact]
    public void Reader_OfProseAlone_IsGeneric() =>
        Wire.Read("junction", "?state=error&error=Something")!.Should().BeEquivalentTo(new { Code = "generic_error", Message = "Something", State = (string?)null });

    // A 401 needs no challenge here, because Junction answers 200; a delay is still worth saying.
    [Fact]
    public void Headers_WithDelay_AreRetryAfterOnly() =>
        Wire.Headers(LinkErrorDialects.Junction, Wire.Error("invalid_token") with { RetryAfter = TimeSpan.FromSeconds(9) }).Should().Equal("Retry-After: 9");

    [Fact]
    public void Prose_OfAnUnexpectedError_NamesItsReference() =>
        Wire.Parameters(LinkErrorDialects.Junction, Wire.Error("server_error") with { ReferenceId = "abc-1" })
            .Should().Contain("error=An unexpected error occurred. Reference: abc-1");

    // The field is for people; where their language is known, it is in it.
    [Fact]
    public void Text_InTheirLanguage_IsSent()
    {
        LinkErrorWriteContext context = new() { LocalizedMessage = "Der Link ist abgelaufen." };

        Wire.Parameters(LinkErrorDialects.Junction, Wire.Error("link_token_expired"), context).Should().Contain("error=Der Link ist abgelaufen.");
        Wire.Body(LinkErrorDialects.Junction, Wire.Error("link_token_expired"), context).Should().Contain("Der Link ist abgelaufen.");
    }
}
