using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;

namespace LinkErrors.Tests.Seeds;

/// <summary>CentralAuth's page "Error handling": errorCode and message as JSON, error and error_description on the callback.</summary>
public sealed class CentralAuthSeedTests(LabHost lab) : IClassFixture<LabHost>
{
    private const string Callback = "https://portal.example.org/api/auth/callback";
    private const string Flow = "client_id=portal&redirect_uri=https://portal.example.org/api/auth/callback";

    /// <summary>The errorCode, the canonical code, the status, the message in JSON; all plain letters, spaces and full stops.</summary>
    public static TheoryData<string, string, int, string> Codes { get; } = new()
    {
        { "genericError", "generic_error", 400, "The request failed." },
        { "noPermission", "no_permission", 403, "The user does not have the permission for this action." },
        { "missingFields", "missing_fields", 400, "Required fields are missing: see the documentation." },
        { "sessionMissing", "session_missing", 400, "The session was not found." },
        { "sessionNotVerified", "session_not_verified", 400, "The session has not been verified." },
        { "sessionExpired", "session_expired", 400, "The session has expired." },
        { "sessionInactive", "session_inactive", 400, "The session is not active." },
        { "sessionInvalid", "session_invalid", 400, "The session is not valid for this request." },
        { "domainInvalid", "domain_invalid", 400, "The domain is missing, not valid or not registered." },
        { "loginAttemptMissing", "login_attempt_missing", 400, "The login attempt is missing." },
        { "loginAttemptExpired", "login_attempt_expired", 400, "The login attempt has expired." },
        { "loginAttemptInvalid", "login_attempt_invalid", 400, "The login attempt is not valid." },
        { "passkeyDataMissing", "passkey_data_missing", 400, "The passkey data is missing." },
        { "passkeyDataExpired", "passkey_data_expired", 400, "The passkey data has expired." },
        { "passkeyDataInvalid", "passkey_data_invalid", 400, "The passkey data is not valid." },
        { "passkeyWrongOrganization", "passkey_wrong_organization", 403, "The passkey belongs to another organization." },
        { "callbackUrlMissing", "callback_url_missing", 400, "The callback URL is missing." },
        { "callbackUrlInvalid", "callback_url_invalid", 400, "The callback URL is not valid or not registered." },
        { "connectionMissing", "connection_missing", 400, "The connection is missing or was not found." },
        { "organizationIdMissing", "organization_id_missing", 400, "The organization is missing or was not found." },
        { "tokenInvalid", "invalid_token", 401, "The access token is missing, expired, revoked or malformed." },
        { "stateMissing", "callback_state_missing", 400, "The state parameter is required but missing." },
        { "stateInvalid", "callback_state_invalid", 400, "The state parameter does not belong to this flow." },
        { "codeChallengeMissing", "code_challenge_missing", 400, "The code challenge is missing." },
        { "codeChallengeInvalid", "code_challenge_invalid", 400, "The code verifier does not match the code challenge." },
        { "captchaInvalid", "captcha_invalid", 400, "The captcha was not solved correctly." },
        { "entityMissing", "entity_missing", 404, "An entity is missing." },
        { "entityInvalid", "entity_invalid", 400, "An entity is not valid." },

        // In the API, though not on the page.
        { "tooManyRequests", "too_many_requests", 429, "Too many attempts were made in a short time." },

        // Other canonical codes pass camel-cased; 422 and 502 are not statuses of this API.
        { "linkTokenExpired", "link_token_expired", 400, "The link token has expired." },
        { "unprocessableEntity", "unprocessable_entity", 400, "The request is well-formed, but its content is not valid." },
        { "providerApiError", "provider_api_error", 500, "The provider could not be reached or answered unexpectedly." },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public Task Code_FromTheApi_IsErrorCodeAndMessage(string errorCode, string code, int status, string message) =>
        lab.ShouldAnswerJsonAsync(
            $"/try/centralauth/{code}?kind=api&{Flow}&state=s-1",
            status,
            $$"""{"errorCode":"{{errorCode}}","message":"{{message}}"}""",
            headers: status == 401 ? [("WWW-Authenticate", "Bearer realm=\"link\"")] : []);

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Code_OnTheCallback_IsErrorAndDescriptionAndState(string errorCode, string code, int status, string message)
    {
        // A callback URL that is missing or invalid cannot be called.
        if (errorCode is "callbackUrlMissing" or "callbackUrlInvalid")
        {
            await lab.ShouldAnswerJsonAsync($"/try/centralauth/{code}?{Flow}", status, $$"""{"errorCode":"{{errorCode}}","message":"{{message}}"}""");
            return;
        }

        string encoded = message.Replace(" ", "%20", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);
        await lab.ShouldRedirectAsync($"/try/centralauth/{code}?{Flow}", 302, $"{Callback}?error={errorCode}&error_description={encoded}");
        await lab.ShouldRedirectAsync($"/try/centralauth/{code}?{Flow}&state=a%2Bb", 302, $"{Callback}?error={errorCode}&error_description={encoded}&state=a%2Bb");
    }

    [Fact]
    public Task TooManyRequests_WithAWait_SaysHowLong() => lab.ShouldAnswerJsonAsync(
        "/try/centralauth/too_many_requests?kind=api&retry_after=30",
        429,
        """{"errorCode":"tooManyRequests","message":"Too many attempts were made in a short time."}""",
        headers: ("Retry-After", "30"));

    /// <summary>"The error message should specify which entity is missing", or invalid.</summary>
    [Fact]
    public async Task Entity_ThatIsNamed_StandsInTheMessage()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/missing", string () => throw new EntityMissingException { Entity = "The organization" }).WithLinkErrors(LinkEndpointKind.Api, "centralauth");
            app.MapGet("/invalid", string () => throw new EntityInvalidException { Entity = "The webhook" }).WithLinkErrors(LinkEndpointKind.Api, "centralauth");
        });

        (await LabAnswer.AskAsync(app.Client, "/missing", HttpMethod.Get)).ShouldBeJson(404, """{"errorCode":"entityMissing","message":"The organization is missing."}""");
        (await LabAnswer.AskAsync(app.Client, "/invalid", HttpMethod.Get)).ShouldBeJson(400, """{"errorCode":"entityInvalid","message":"The webhook is not valid."}""");
    }
}
