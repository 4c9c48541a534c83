using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class CentralAuthDialectTests
{
    // CentralAuth, "Error codes", and tooManyRequests of its API. Other canonical codes pass camel-cased.
    public static TheoryData<string, string> Codes { get; } = new()
    {
        { "genericError", "generic_error" },
        { "noPermission", "no_permission" },
        { "missingFields", "missing_fields" },
        { "sessionMissing", "session_missing" },
        { "sessionNotVerified", "session_not_verified" },
        { "sessionExpired", "session_expired" },
        { "sessionInactive", "session_inactive" },
        { "sessionInvalid", "session_invalid" },
        { "domainInvalid", "domain_invalid" },
        { "loginAttemptMissing", "login_attempt_missing" },
        { "loginAttemptExpired", "login_attempt_expired" },
        { "loginAttemptInvalid", "login_attempt_invalid" },
        { "passkeyDataMissing", "passkey_data_missing" },
        { "passkeyDataExpired", "passkey_data_expired" },
        { "passkeyDataInvalid", "passkey_data_invalid" },
        { "passkeyWrongOrganization", "passkey_wrong_organization" },
        { "callbackUrlMissing", "callback_url_missing" },
        { "callbackUrlInvalid", "callback_url_invalid" },
        { "connectionMissing", "connection_missing" },
        { "organizationIdMissing", "organization_id_missing" },
        { "tokenInvalid", "invalid_token" },
        { "stateMissing", "callback_state_missing" },
        { "stateInvalid", "callback_state_invalid" },
        { "codeChallengeMissing", "code_challenge_missing" },
        { "codeChallengeInvalid", "code_challenge_invalid" },
        { "captchaInvalid", "captcha_invalid" },
        { "entityMissing", "entity_missing" },
        { "entityInvalid", "entity_invalid" },
        { "tooManyRequests", "too_many_requests" },
        { "linkTokenExpired", "link_token_expired" },
        { "forbidden", "forbidden" },
        { "invalidDpopProof", "invalid_dpop_proof" },
        { "requestUriNotSupported", "request_uri_not_supported" },
    };

    // CentralAuth: the callback has error and error_description, then the state if there is one.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Parameters_OfCode_AreErrorDescriptionAndState(string wireCode, string code)
    {
        LinkError error = Wire.Error(code) with { Message = "What happened" };

        Wire.Parameters(LinkErrorDialects.CentralAuth, error with { State = "xyz" }).Should().Equal($"error={wireCode}", "error_description=What happened", "state=xyz");
        Wire.Parameters(LinkErrorDialects.CentralAuth, error).Should().Equal($"error={wireCode}", "error_description=What happened");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Json_OfCode_IsErrorCodeAndMessage(string wireCode, string code)
    {
        LinkError error = Wire.Error(code) with { Message = "What \"happened\"", State = "xyz" };

        Wire.Body(LinkErrorDialects.CentralAuth, error).Should().Be($$"""{"errorCode":"{{wireCode}}","message":"What \"happened\""}""");
        LinkErrorDialects.CentralAuth.GetWireCode(error.Definition).Should().Be(wireCode);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Reader_OfWireCode_FindsTheCanonicalOne(string wireCode, string code)
    {
        Wire.Read("centralauth", $"?error={wireCode}&error_description=Text&state=xyz")!
            .Should().BeEquivalentTo(new { Code = code, Message = "Text", State = "xyz", Origin = new LinkErrorOrigin("centralauth", wireCode, "Text") });
        Wire.Read("centralauth", 401, $$"""{"errorCode":"{{wireCode}}","message":"Text"}""")!
            .Should().BeEquivalentTo(new { Code = code, Message = "Text", StatusCode = 401, Origin = new LinkErrorOrigin("centralauth", wireCode, "Text") });
    }

    // CentralAuth: unexpected errors may have a message only; on a callback either parameter means failure.
    [Fact]
    public void Reader_OfMessageAlone_IsGeneric()
    {
        object generic = new { Code = "generic_error", Message = "Oops", Origin = new LinkErrorOrigin("centralauth", null, "Oops") };

        Wire.Read("centralauth", 500, """{"message":"Oops"}""")!.Should().BeEquivalentTo(generic);
        Wire.Read("centralauth", "?error_description=Oops&state=xyz")!.Should().BeEquivalentTo(generic);
        Wire.Read("centralauth", "?error_message=Oops")!.Should().BeEquivalentTo(generic);
    }

    [Fact]
    public void Reader_OfCodeAlone_HasTheTextOfTheDefinition() =>
        Wire.Read("centralauth", "?error=sessionExpired")!.Should().BeEquivalentTo(new { Code = "session_expired", Message = "The session has expired.", HasExplicitMessage = false });

    [Fact]
    public void Reader_OfNothing_ReadsNothing()
    {
        Wire.Read("centralauth", "?state=xyz").Should().BeNull();
        Wire.Read("centralauth", 400, """{"error":"x"}""").Should().BeNull();
        Wire.Read("centralauth", 400, "{}").Should().BeNull();
    }

    // CentralAuth, "Error handling in the NPM library": back to the login page with error_message alone.
    [Fact]
    public void LoginRetry_OfTheSystem_IsTheMessageAlone()
    {
        LinkErrorParameters parameters = [];

        ((ILoginRetryDialect)LinkErrorDialects.CentralAuth).WriteLoginRetry(
            Wire.Error("session_expired") with { Message = "Say \"again\"", State = "xyz" }, LinkErrorWriteContext.Default, parameters);

        parameters.Should().Equal(new LinkErrorParameter("error_message", "Say \"again\"", isText: true));
    }

    // CentralAuth answers 400, 401, 403, 404, 405 and 429; a 502 or 503 is not its own.
    [Theory]
    [InlineData(400, 400)]
    [InlineData(401, 401)]
    [InlineData(403, 403)]
    [InlineData(404, 404)]
    [InlineData(405, 405)]
    [InlineData(429, 429)]
    [InlineData(409, 400)]
    [InlineData(422, 400)]
    [InlineData(500, 500)]
    [InlineData(502, 500)]
    [InlineData(503, 500)]
    public void StatusCode_OfError_IsOneOfTheSystem(int status, int sent)
    {
        LinkError error = Wire.Error("generic_error") with { StatusCode = status };

        LinkErrorDialects.CentralAuth.GetStatusCode(error, LinkErrorWriteContext.Default).Should().Be(sent);
        Wire.Headers(LinkErrorDialects.CentralAuth, error).Should().Equal(sent == 401 ? ["WWW-Authenticate: Bearer realm=\"link\""] : []);
    }

    // Only an underscore between letters makes a hump, so that every code is read back as it was.
    [Theory]
    [InlineData("device_offline", "deviceOffline")]
    [InlineData("device_", "device_")]
    [InlineData("_device", "_device")]
    [InlineData("level_2", "level_2")]
    [InlineData("a__b", "a_B")]
    public void WireCode_OfAnyCode_IsCamelCaseWhereItCanBeReadBack(string code, string wireCode) =>
        LinkErrorDialects.CentralAuth.GetWireCode(new LinkErrorDefinition(code)).Should().Be(wireCode);

    [Fact]
    public void Reader_OfBothTexts_TakesTheDescription() =>
        Wire.Read("centralauth", "?error_message=Wrong&error_description=Because")!.Message.Should().Be("Because");
}
