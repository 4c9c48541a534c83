using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Seeds;

/// <summary>Junction's page "Link Errors": 307 with state, error_type and error, or the same as JSON with status 200.</summary>
public sealed class JunctionSeedTests(LabHost lab) : IClassFixture<LabHost>
{
    private const string Flow = "client_id=wearables&redirect_uri=https://example.com/vital/callback";

    /// <summary>The code on the wire, the canonical code, the text in JSON and in the URL.</summary>
    public static TheoryData<string, string, string, string> Codes { get; } = new()
    {
        { "invalid_token", "link_token_invalid", "The link token is invalid or malformed.", "The%20link%20token%20is%20invalid%20or%20malformed." },
        { "token_expired", "link_token_expired", "The link token has expired.", "The%20link%20token%20has%20expired." },
        { "token_consumed", "link_token_consumed", "The link token has already been used.", "The%20link%20token%20has%20already%20been%20used." },
        { "token_not_validated", "link_token_not_validated", "The link token has not been validated yet.", "The%20link%20token%20has%20not%20been%20validated%20yet." },
        { "provider_credential_error", "provider_credential_error", "The provider did not accept the credentials.", "The%20provider%20did%20not%20accept%20the%20credentials." },
        {
            "provider_password_expired", "provider_password_expired", "The password for the provider has expired and must be changed there first.",
            "The%20password%20for%20the%20provider%20has%20expired%20and%20must%20be%20changed%20there%20first."
        },
        {
            "provider_api_error", "provider_api_error", "The provider could not be reached or answered unexpectedly.",
            "The%20provider%20could%20not%20be%20reached%20or%20answered%20unexpectedly."
        },
        { "unsupported_region", "unsupported_region", "The region that was chosen is not supported.", "The%20region%20that%20was%20chosen%20is%20not%20supported." },
        {
            "duplicate_connection", "duplicate_connection", "This account at the provider is already linked to another user.",
            "This%20account%20at%20the%20provider%20is%20already%20linked%20to%20another%20user."
        },
        {
            "required_scopes_not_granted", "required_scopes_not_granted", "Not all of the required permissions were granted.",
            "Not%20all%20of%20the%20required%20permissions%20were%20granted."
        },
        { "incorrect_mfa_code", "incorrect_mfa_code", "The verification code is not correct.", "The%20verification%20code%20is%20not%20correct." },
        { "user_cancelled", "user_cancelled", "The user cancelled linking.", "The%20user%20cancelled%20linking." },

        // The list is declared non-exhaustive: any other canonical code passes as it is.
        { "session_expired", "session_expired", "The session has expired.", "The%20session%20has%20expired." },
        { "access_denied", "access_denied", "The request was denied.", "The%20request%20was%20denied." },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public Task Code_ToTheRedirectUrl_IsTheThreeParametersInOrder(string wire, string code, string text, string encoded)
    {
        _ = text;
        return lab.ShouldRedirectAsync(
            $"/try/junction/{code}?{Flow}", 307, $"https://example.com/vital/callback?state=error&error_type={wire}&error={encoded}");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public Task Code_FromAnApi_IsJsonWithStatus200(string wire, string code, string text, string encoded)
    {
        _ = encoded;
        return lab.ShouldAnswerJsonAsync($"/try/junction/{code}?kind=api&{Flow}", 200, $$"""{"state":"error","error_type":"{{wire}}","error":"{{text}}"}""");
    }

    [Fact]
    public Task UrlExample_OfThePage_IsTheSameUrl() => lab.ShouldRedirectAsync(
        $"/try/junction/provider_credential_error?{Flow}&message=Invalid%20username%20or%20password",
        307,
        "https://example.com/vital/callback?state=error&error_type=provider_credential_error&error=Invalid%20username%20or%20password");

    [Fact]
    public Task JsonExample_OfThePage_IsTheSameJson() => lab.ShouldAnswerJsonAsync(
        "/try/junction/provider_credential_error?kind=api&message=Invalid%20username%20or%20password",
        200,
        """{"state":"error","error_type":"provider_credential_error","error":"Invalid username or password"}""");

    /// <summary>The dialect has no room for an OAuth state: the parameter of that name is a constant.</summary>
    [Fact]
    public Task State_OfTheClient_IsNotEchoed() => lab.ShouldRedirectAsync(
        $"/try/junction/user_cancelled?{Flow}&state=xyz",
        307,
        "https://example.com/vital/callback?state=error&error_type=user_cancelled&error=The%20user%20cancelled%20linking.");

    [Fact]
    public Task Message_InAnyAlphabet_IsPercentEncodedUtf8() => lab.ShouldRedirectAsync(
        $"/try/junction/incorrect_mfa_code?{Flow}&message=Der+Code+ist+%22falsch%22+%26+zu+sp%C3%A4t%21",
        307,
        "https://example.com/vital/callback?state=error&error_type=incorrect_mfa_code&error=Der%20Code%20ist%20%22falsch%22%20%26%20zu%20sp%C3%A4t%21");

    [Fact]
    public async Task Page_WithoutAValidTarget_HasTheStatusOfTheError()
    {
        LabAnswer answer = await lab.AskAsync("/try/junction/link_token_expired", headers: ("Accept", "text/html"));

        answer.ShouldBePage(400).QuerySelector("h1")!.TextContent.Should().Be("This link has expired");
    }
}
