using System.Text;
using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class ZapierDialectTests
{
    // Zapier, "Redirect errors": the description tells its three codes apart.
    public static TheoryData<string, string, string> FixedTexts { get; } = new()
    {
        { "invalid_request", "Invalid token", "link_token_invalid" },
        { "invalid_request", "Token expired", "link_token_expired" },
        { "invalid_request", "Resource does not match connect token", "invalid_target" },
        { "invalid_request", "redirect_uri is not allowed", "invalid_redirect_uri" },
        { "invalid_request", "Invalid app", "invalid_app" },
        { "access_denied", "User not found", "user_not_found" },
        { "server_error", "Session initialization failed", "session_initialization_failed" },
        { "server_error", "An unexpected error occurred", "server_error" },
        { "server_error", "OAuth Failed", "provider_error" },
    };

    [Theory]
    [MemberData(nameof(FixedTexts))]
    public void Parameters_OfFixedText_AreCodeDescriptionAndState(string wireCode, string description, string code)
    {
        LinkError error = Wire.Error(code) with { HelpUri = new Uri("https://docs.example.org/e") };

        Wire.Parameters(LinkErrorDialects.Zapier, error with { State = "x=1&y +%20" }).Should().Equal($"error={wireCode}", $"error_description={description}", "state=x=1&y +%20");
        Wire.Parameters(LinkErrorDialects.Zapier, error).Should().Equal($"error={wireCode}", $"error_description={description}");
    }

    [Theory]
    [MemberData(nameof(FixedTexts))]
    public void Json_OfFixedText_IsCodeAndDescription(string wireCode, string description, string code) =>
        Wire.Body(LinkErrorDialects.Zapier, Wire.Error(code) with { State = "xyz" })
            .Should().Be($$"""{"error":"{{wireCode}}","error_description":"{{description}}"}""");

    [Theory]
    [MemberData(nameof(FixedTexts))]
    public void Reader_OfFixedText_FindsTheCanonicalCode(string wireCode, string description, string code)
    {
        LinkError fromUrl = Wire.Read("zapier", $"?error={wireCode}&error_description={Uri.EscapeDataString(description)}&state=xyz")!;
        fromUrl.Should().BeEquivalentTo(new { Code = code, State = "xyz", HasExplicitMessage = false, Origin = new LinkErrorOrigin("zapier", wireCode, description) });

        LinkError fromJson = Wire.Read("zapier", 400, $$"""{"error":"{{wireCode}}","error_description":"{{description}}"}""")!;
        fromJson.Should().BeEquivalentTo(new { Code = code, HasExplicitMessage = false, StatusCode = 400 });
    }

    // Zapier: "OAuth Failed: {detail}".
    [Fact]
    public void ProviderError_WithMessage_IsTheDetail()
    {
        LinkError error = Wire.Error("provider_error") with { Message = "user denied \"consent\"" };

        Wire.Parameters(LinkErrorDialects.Zapier, error).Should().Equal("error=server_error", "error_description=OAuth Failed: user denied 'consent'");
        Wire.Read("zapier", "?error=server_error&error_description=OAuth%20Failed%3A%20user%20denied")!
            .Should().BeEquivalentTo(new { Code = "provider_error", Message = "user denied", Origin = new LinkErrorOrigin("zapier", "server_error", "OAuth Failed: user denied") });
    }

    // Zapier, "Token exchange": three codes, and "Connection flow": 404 for a missing token parameter, 400 for the rest.
    // What has no row maps by kind and status: refused access, 5xx, anything else.
    [Theory]
    [InlineData("invalid_grant", "invalid_grant", 400)]
    [InlineData("invalid_client", "invalid_client", 401)]
    [InlineData("invalid_request", "invalid_request", 400)]
    [InlineData("link_token_missing", "invalid_request", 404)]
    [InlineData("redirect_uri_missing", "invalid_request", 400)]
    [InlineData("invalid_redirect_uri", "invalid_request", 400)]
    [InlineData("link_token_expired", "invalid_request", 400)]
    [InlineData("access_denied", "access_denied", 400)]
    [InlineData("user_cancelled", "access_denied", 400)]
    [InlineData("insufficient_scope", "access_denied", 400)]
    [InlineData("server_error", "server_error", 500)]
    [InlineData("temporarily_unavailable", "server_error", 500)]
    [InlineData("provider_api_error", "server_error", 500)]
    [InlineData("not_found", "invalid_request", 400)]
    [InlineData("rate_limited", "invalid_request", 400)]
    public void Json_OfCode_HasItsCodeAndStatus(string code, string wireCode, int status)
    {
        LinkErrorResponse response = Wire.Response(LinkErrorDialects.Zapier, Wire.Error(code));

        response.StatusCode.Should().Be(status);
        response.GetText("error").Should().Be(wireCode);
        LinkErrorDialects.Zapier.GetWireCode(Wire.Error(code).Definition).Should().Be(wireCode);
    }

    // The codes of the token endpoint mean nothing on a redirect.
    [Theory]
    [InlineData("invalid_grant", "invalid_request")]
    [InlineData("invalid_client", "invalid_request")]
    [InlineData("access_denied", "access_denied")]
    [InlineData("forbidden", "access_denied")]
    [InlineData("provider_credential_error", "access_denied")]
    [InlineData("temporarily_unavailable", "server_error")]
    [InlineData("session_id_missing", "server_error")]
    [InlineData("conflict", "invalid_request")]
    public void Parameters_OfOtherCode_AreOneOfThree(string code, string wireCode) =>
        Wire.Parameters(LinkErrorDialects.Zapier, Wire.Error(code) with { Message = "Own text" })
            .Should().Equal($"error={wireCode}", "error_description=Own text");

    [Theory]
    [MemberData(nameof(FixedTexts))]
    public void Message_SetExplicitly_ReplacesTheFixedText(string wireCode, string description, string code)
    {
        string sent = code == "provider_error" ? "OAuth Failed: Own text" : "Own text";
        sent.Should().NotBe(description);

        Wire.Parameters(LinkErrorDialects.Zapier, Wire.Error(code) with { Message = "Own text" }).Should().Equal($"error={wireCode}", $"error_description={sent}");
    }

    [Theory]
    [InlineData("?error_description=Invalid%20token")]
    [InlineData("?error=&state=xyz")]
    [InlineData("?state=xyz")]
    public void Reader_WithoutCode_ReadsNothing(string query) => Wire.Read("zapier", query).Should().BeNull();

    [Fact]
    public void Reader_OfCodeAlone_ReadsIt() =>
        Wire.Read("zapier", "?error=access_denied")!.Should().BeEquivalentTo(new { Code = "access_denied", HasExplicitMessage = false, State = (string?)null });

    [Fact]
    public void Reader_OfStatus404_IsTheMissingToken() =>
        Wire.Read("zapier", 404, """{"error":"invalid_request","error_description":"No token"}""")!
            .Should().BeEquivalentTo(new { Code = "link_token_missing", Message = "No token", StatusCode = 404 });

    // Zapier's popup: window.opener.postMessage({ type: "authenticationError", error }).
    [Fact]
    public void WebMessage_OfAnError_IsThatOfThePopup()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            ((IWebMessageDialect)LinkErrorDialects.Zapier).WriteWebMessage(Wire.Error("link_token_expired"), LinkErrorWriteContext.Default, writer);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("""{"type":"authenticationError","error":"invalid_request"}""");
    }
}
