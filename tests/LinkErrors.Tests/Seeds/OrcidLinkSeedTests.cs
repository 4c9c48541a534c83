using System.Text.Json;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;

namespace LinkErrors.Tests.Seeds;

/// <summary>ORCID Link's page "Errors": code, title and message, in front of the fragment of the UI endpoint or as JSON.</summary>
public sealed class OrcidLinkSeedTests(OrcidLinkHost lab) : IClassFixture<OrcidLinkHost>
{
    /// <summary>The canonical code, then the code, title and message in the URL.</summary>
    public static TheoryData<string, string, string, string> InteractiveErrors { get; } = new()
    {
        { "provider_error", "link.orcid_error", "ORCID%20Error%20Linking", "The%20provider%20reported%20an%20error." },
        { "callback_code_missing", "link.code_missing", "Linking%20code%20missing", "The%20%27code%27%20query%20param%20is%20required%20but%20missing" },
        { "callback_state_missing", "link.state_missing", "Linking%20state%20missing", "The%20%27state%27%20query%20param%20is%20required%20but%20missing" },
        {
            "session_id_missing", "link.session_id_missing", "Linking%20Error",
            "The%20%27session_id%27%20was%20not%20provided%20in%20the%20%27state%27%20query%20param"
        },
        { "callback_state_invalid", "linking_session.wrong_state", "State%20invalid", "The%20state%20parameter%20does%20not%20belong%20to%20this%20flow." },
        {
            "provider_token_rejected", "orcid-invalid-token", "Provider%20rejected%20the%20link",
            "The%20provider%20no%20longer%20accepts%20the%20stored%20authorization."
        },
        { "invalid_token", "invalidToken", "Access%20token%20invalid", "The%20access%20token%20is%20missing%2C%20expired%2C%20revoked%20or%20malformed." },
        { "invalid_request", "requestParametersInvalid", "Invalid%20request", "The%20request%20is%20malformed%20or%20lacks%20a%20required%20parameter." },
        { "not_found", "notFound", "Not%20found", "The%20resource%20was%20not%20found." },
        {
            "server_error", "internalServerError", "Unexpected%20error",
            $"An%20unexpected%20error%20occurred.%20Reference%3A%20{LabAnswer.TraceId}"
        },

        // Other canonical codes pass as they are.
        { "user_cancelled", "user_cancelled", "Linking%20cancelled", "The%20user%20cancelled%20linking." },
    };

    /// <summary>The canonical code, the status, then code, title and message in JSON, where an apostrophe is escaped.</summary>
    public static TheoryData<string, int, string, string, string> ApiErrors { get; } = new()
    {
        { "provider_error", 502, "link.orcid_error", "ORCID Error Linking", "The provider reported an error." },
        { "callback_code_missing", 400, "link.code_missing", "Linking code missing", @"The \u0027code\u0027 query param is required but missing" },
        { "callback_state_missing", 400, "link.state_missing", "Linking state missing", @"The \u0027state\u0027 query param is required but missing" },
        {
            "session_id_missing", 500, "link.session_id_missing", "Linking Error",
            @"The \u0027session_id\u0027 was not provided in the \u0027state\u0027 query param"
        },
        { "callback_state_invalid", 400, "linking_session.wrong_state", "State invalid", "The state parameter does not belong to this flow." },
        { "provider_token_rejected", 400, "orcid-invalid-token", "Provider rejected the link", "The provider no longer accepts the stored authorization." },
        { "invalid_token", 401, "invalidToken", "Access token invalid", "The access token is missing, expired, revoked or malformed." },
        { "invalid_request", 422, "requestParametersInvalid", "Invalid request", "The request is malformed or lacks a required parameter." },
        { "not_found", 404, "notFound", "Not found", "The resource was not found." },
        { "server_error", 500, "internalServerError", "Unexpected error", $"An unexpected error occurred. Reference: {LabAnswer.TraceId}" },
        { "generic_error", 400, "generic_error", "Request failed", "The request failed." },
    };

    [Theory]
    [MemberData(nameof(InteractiveErrors))]
    public Task InteractiveError_WithTheUiEndpoint_StandsInFrontOfItsFragment(string code, string wire, string title, string message) =>
        lab.ShouldRedirectAsync($"/try/orcidlink/{code}", 302, $"https://ci.kbase.us?code={wire}&title={title}&message={message}#orcidlink/error");

    [Theory]
    [MemberData(nameof(ApiErrors))]
    public Task ApiError_WithoutData_HasNoDataMember(string code, int status, string wire, string title, string message) =>
        lab.ShouldAnswerJsonAsync(
            $"/try/orcidlink/{code}?kind=api",
            status,
            $$"""{"code":"{{wire}}","title":"{{title}}","message":"{{message}}"}""",
            headers: status == 401 ? [("WWW-Authenticate", "Bearer realm=\"link\"")] : []);

    /// <summary>The page calls this message variable: it is the provider's own.</summary>
    [Fact]
    public Task OrcidError_WithTheMessageOfTheProvider_CarriesIt() => lab.ShouldRedirectAsync(
        "/try/orcidlink/provider_error?message=invalid_grant%3A+Invalid+authorization+code%3A+x%26y",
        302,
        "https://ci.kbase.us?code=link.orcid_error&title=ORCID%20Error%20Linking&message=invalid_grant%3A%20Invalid%20authorization%20code%3A%20x%26y#orcidlink/error");

    [Fact]
    public Task FixedMessage_WithAMessageOfTheApplication_GivesWay() => lab.ShouldRedirectAsync(
        "/try/orcidlink/callback_state_missing?message=No+state",
        302,
        "https://ci.kbase.us?code=link.state_missing&title=Linking%20state%20missing&message=No%20state#orcidlink/error");

    /// <summary>The UI endpoint belongs to the operator: the state of a client is none of its business.</summary>
    [Fact]
    public Task State_ToTheUiEndpoint_IsNotSent() => lab.ShouldRedirectAsync(
        "/try/orcidlink/not_found?client_id=nobody&redirect_uri=https://evil.example/cb&state=secret",
        302,
        "https://ci.kbase.us?code=notFound&title=Not%20found&message=The%20resource%20was%20not%20found.#orcidlink/error");

    [Fact]
    public Task RegisteredUri_WithoutAPath_GetsNoSlash() => lab.ShouldRedirectAsync(
        "/try/orcidlink/not_found?client_id=orcid&redirect_uri=https://ci.kbase.us",
        302,
        "https://ci.kbase.us?code=notFound&title=Not%20found&message=The%20resource%20was%20not%20found.");

    [Fact]
    public async Task ApiError_WithData_CarriesItLast()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapPost("/api", string () => throw new MissingFieldsException { Fields = ["orcid_id", "return_link"] }).WithLinkErrors(LinkEndpointKind.Api, "orcidlink");
        });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/api", HttpMethod.Post);

        answer.ShouldBeJson(
            400,
            """{"code":"missing_fields","title":"Required fields missing","message":"Required fields are missing: orcid_id, return_link.","data":{"fields":["orcid_id","return_link"]}}""");
    }

    /// <summary>"A common data field provides a backtrace": in Development only, and always as an array of strings.</summary>
    [Fact]
    public async Task ApiError_InDevelopment_HasTheTracebackInItsData()
    {
        await using LabHost development = LabHost.Start("Development");

        LabAnswer answer = await development.AskAsync("/try/orcidlink/not_found?kind=api");

        using JsonDocument body = JsonDocument.Parse(answer.Body);
        body.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal("code", "title", "message", "data");
        JsonElement data = body.RootElement.GetProperty("data");
        data.GetProperty("exception").GetString().Should().StartWith("LinkErrors.Exceptions.NotFoundException: ");
        data.GetProperty("traceback").EnumerateArray().Select(line => line.GetString()).Should().Contain(line => line!.Contains(" at ErrorLab.", StringComparison.Ordinal));
    }
}
