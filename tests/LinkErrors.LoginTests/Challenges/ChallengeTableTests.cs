using System.Net.Http.Headers;
using LinkErrors.LoginTests.Table;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.LoginTests.Challenges;

/// <summary>
/// The schemes that people use, byte for byte: what they say without the library stays, and what RFC 6750 §3 and RFC 9728 §5.1 have
/// beside it is added. A client without a token gets no error code, whatever other credentials it has.
/// </summary>
public sealed class ChallengeTableTests
{
    private const string Realm = "realm=\"link\"";
    private const string Scopes = "scope=\"links:read links:write\"";
    private const string Bad = "error=\"invalid_token\"";
    private const string Invalid = Bad + ", error_description=\"The access token is missing, expired, revoked or malformed.\"";
    private const string Expired = Bad + ", error_description=\"The token expired at '01/02/2020 03:04:05'\"";
    private const string Lacks = "error=\"insufficient_scope\", error_description=\"The access token lacks a scope that this operation needs.\"";
    private const string Step = "error=\"insufficient_user_authentication\", acr_values=\"gold\"";
    private const string Own = "realm=\"api\", resource_metadata=\"https://api.example/own\"";
    private const string Files = "Basic realm=\"files\", charset=\"UTF-8\"";
    private const string Named = "resource_metadata=\"http://HOST/.well-known/oauth-protected-resource/links\"";
    private const string McpApi = "resource_metadata=\"http://HOST/.well-known/oauth-protected-resource/api\"";
    private const string McpResource = "resource_metadata=\"http://HOST/.well-known/oauth-protected-resource/resource\"";

    /// <summary>The schemes, the endpoint, the credentials; status and challenges without the library, and with it.</summary>
    private static readonly (string Setup, string Path, string Credentials, string Without, string With)[] Rows =
    [
        ("JwtBearer", "/api", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),
        ("JwtBearer", "/api", "garbage", $"401 Bearer {Bad}", $"401 Bearer {Bad}, {Realm}, {Scopes}"),
        ("JwtBearer", "/api", "expired", $"401 Bearer {Expired}", $"401 Bearer {Expired}, {Realm}, {Scopes}"),
        ("JwtBearer", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("JwtBearer", "/api", "both scopes", "200", "200"),
        ("JwtBearer", "/api", "Basic", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),
        ("JwtBearer", "/api", "DPoP", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),
        ("JwtBearer", "/resource", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}, {Named}"),
        ("JwtBearer", "/resource", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}, {Named}"),

        ("JwtBearer, Challenge", "/api", "none", $"401 Bearer {Own}", $"401 Bearer {Own}, {Scopes}"),
        ("JwtBearer, Challenge", "/api", "garbage", $"401 Bearer {Own}, {Bad}", $"401 Bearer {Own}, {Bad}, {Scopes}"),
        ("JwtBearer, Challenge", "/api", "expired", $"401 Bearer {Own}, {Expired}", $"401 Bearer {Own}, {Expired}, {Scopes}"),
        ("JwtBearer, Challenge", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("JwtBearer, Challenge", "/api", "Basic", $"401 Bearer {Own}", $"401 Bearer {Own}, {Scopes}"),
        ("JwtBearer, Challenge", "/resource", "none", $"401 Bearer {Own}", $"401 Bearer {Own}, {Scopes}"),
        ("JwtBearer, Challenge", "/resource", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}, {Named}"),

        ("JwtBearer, OnChallenge", "/api", "none", $"401 Bearer {Step}", $"401 Bearer {Step}, {Realm}, {Scopes}"),
        ("JwtBearer, OnChallenge", "/api", "expired", $"401 Bearer {Step}", $"401 Bearer {Step}, {Realm}, {Scopes}"),
        ("JwtBearer, OnChallenge", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),

        ("JwtBearer, no details", "/api", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),
        ("JwtBearer, no details", "/api", "garbage", "401 Bearer", $"401 Bearer {Realm}, {Invalid}, {Scopes}"),
        ("JwtBearer, no details", "/api", "expired", "401 Bearer", $"401 Bearer {Realm}, {Invalid}, {Scopes}"),
        ("JwtBearer, no details", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("JwtBearer, no details", "/api", "Basic", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),

        ("MCP", "/api", "none", $"401 Bearer {McpApi}", $"401 Bearer {McpApi}, {Realm}, {Scopes}"),
        ("MCP", "/api", "garbage", $"401 Bearer {McpApi}", $"401 Bearer {McpApi}, {Realm}, {Invalid}, {Scopes}"),
        ("MCP", "/api", "expired", $"401 Bearer {McpApi}", $"401 Bearer {McpApi}, {Realm}, {Invalid}, {Scopes}"),
        ("MCP", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("MCP", "/api", "both scopes", "200", "200"),
        ("MCP", "/api", "Basic", $"401 Bearer {McpApi}", $"401 Bearer {McpApi}, {Realm}, {Scopes}"),
        ("MCP", "/api", "DPoP", $"401 Bearer {McpApi}", $"401 Bearer {McpApi}, {Realm}, {Scopes}"),
        ("MCP", "/resource", "none", $"401 Bearer {McpResource}", $"401 Bearer {McpResource}, {Realm}, {Scopes}"),
        ("MCP", "/resource", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}, {Named}"),

        ("Basic", "/api", "none", $"401 {Files}", $"401 {Files}"),
        ("Basic", "/api", "garbage", $"401 {Files}", $"401 {Files}"),
        ("Basic", "/api", "Basic", $"401 {Files}", $"401 {Files}"),

        ("Policy scheme", "/api", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),
        ("Policy scheme", "/api", "garbage", $"401 Bearer {Bad}", $"401 Bearer {Bad}, {Realm}, {Scopes}"),
        ("Policy scheme", "/api", "expired", $"401 Bearer {Expired}", $"401 Bearer {Expired}, {Realm}, {Scopes}"),
        ("Policy scheme", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("Policy scheme", "/api", "both scopes", "200", "200"),
        ("Policy scheme", "/api", "Basic", $"401 {Files}", $"401 {Files}"),
        ("Policy scheme", "/api", "DPoP", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),
        ("Policy scheme", "/resource", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}, {Named}"),
        ("Policy scheme", "/resource", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}, {Named}"),

        ("Policy scheme, ForwardDefault", "/api", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),
        ("Policy scheme, ForwardDefault", "/api", "garbage", $"401 Bearer {Bad}", $"401 Bearer {Bad}, {Realm}, {Scopes}"),
        ("Policy scheme, ForwardDefault", "/api", "expired", $"401 Bearer {Expired}", $"401 Bearer {Expired}, {Realm}, {Scopes}"),
        ("Policy scheme, ForwardDefault", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("Policy scheme, ForwardDefault", "/api", "both scopes", "200", "200"),
        ("Policy scheme, ForwardDefault", "/resource", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}, {Named}"),

        ("Cookies, ForwardChallenge", "/api", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}"),
        ("Cookies, ForwardChallenge", "/api", "garbage", $"401 Bearer {Bad}", $"401 Bearer {Bad}, {Realm}, {Scopes}"),
        ("Cookies, ForwardChallenge", "/api", "expired", $"401 Bearer {Expired}", $"401 Bearer {Expired}, {Realm}, {Scopes}"),
        ("Cookies, ForwardChallenge", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("Cookies, ForwardChallenge", "/api", "both scopes", "200", "200"),
        ("Cookies, ForwardChallenge", "/resource", "none", "401 Bearer", $"401 Bearer {Realm}, {Scopes}, {Named}"),

        ("Policy scheme of policy schemes", "/api", "none", $"401 {Files}", $"401 {Files}"),
        ("Policy scheme of policy schemes", "/api", "garbage", $"401 {Files}", $"401 {Files}"),
        ("Policy scheme of policy schemes", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("Policy scheme of policy schemes", "/api", "both scopes", "200", "200"),

        ("Two schemes", "/api", "none", $"401 Bearer | {Files}", $"401 Bearer {Realm}, {Scopes} | {Files}"),
        ("Two schemes", "/api", "garbage", $"401 Bearer {Bad} | {Files}", $"401 Bearer {Bad}, {Realm}, {Scopes} | {Files}"),
        ("Two schemes", "/api", "expired", $"401 Bearer {Expired} | {Files}", $"401 Bearer {Expired}, {Realm}, {Scopes} | {Files}"),
        ("Two schemes", "/api", "one scope", "403", $"403 Bearer {Realm}, {Lacks}, {Scopes}"),
        ("Two schemes", "/api", "both scopes", "200", "200"),
        ("Two schemes", "/api", "Basic", $"401 Bearer | {Files}", $"401 Bearer {Realm}, {Scopes} | {Files}"),
        ("Two schemes", "/api", "DPoP", $"401 Bearer | {Files}", $"401 Bearer {Realm}, {Scopes} | {Files}"),
    ];

    public static TheoryData<string> Setups => [.. ChallengeSetup.All.Select(setup => setup.Name)];

    [Theory]
    [MemberData(nameof(Setups))]
    public async Task Challenges_OfASetUp_StayAndAreCompleted(string setup)
    {
        ChallengeSetup schemes = ChallengeSetup.All.Single(item => item.Name == setup);
        (string Path, string Credentials, string Without, string With)[] rows = [.. Rows.Where(row => row.Setup == setup).Select(row => (row.Path, row.Credentials, row.Without, row.With))];
        await using TestApp plain = await StartAsync(schemes, withLibrary: false);
        await using TestApp app = await StartAsync(schemes, withLibrary: true);
        List<(string Path, string Credentials, string Without, string With)> answers = [];
        foreach ((string path, string credentials, _, _) in rows)
        {
            answers.Add((path, credentials, await AskAsync(plain, path, credentials), await AskAsync(app, path, credentials)));
        }

        rows.Should().NotBeEmpty();
        answers.Should().Equal(rows);
    }

    /// <summary>What is held above, in the words of the documentation.</summary>
    [Fact]
    public void Table_InTheDocumentation_IsWhatIsHeldHere()
    {
        IEnumerable<string> rows = Rows.Select(row => $"| {row.Setup} | `{row.Path}` | {row.Credentials} | {Print(row.Without)} | {Print(row.With)} |\n");

        DocumentedTable.ShouldBeWritten(
            "The table of challenges is written by ChallengeTableTests.",
            $"\n| schemes | endpoint | credentials | without | with |\n|---|---|---|---|---|\n{string.Concat(rows)}\n");

        static string Print(string answer) => $"`{answer.Replace(" | ", "`, `", StringComparison.Ordinal)}`";
    }

    private static async Task<string> AskAsync(TestApp app, string path, string credentials)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = credentials switch
        {
            "none" => null,
            "garbage" => new AuthenticationHeaderValue("Bearer", "garbage"),
            "expired" => new AuthenticationHeaderValue("Bearer", ApiToken.Create("links:read links:write", hasExpired: true)),
            "one scope" => new AuthenticationHeaderValue("Bearer", ApiToken.Create("links:read")),
            "both scopes" => new AuthenticationHeaderValue("Bearer", ApiToken.Create("links:write other links:read")),
            "Basic" => new AuthenticationHeaderValue("Basic", "dTpw"),
            _ => new AuthenticationHeaderValue(credentials, "garbage"),
        };

        using HttpResponseMessage response = await app.Client.SendAsync(request);
        string[] challenges = response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out HeaderStringValues values) ? [.. values] : [];
        string answer = $"{(int)response.StatusCode} {string.Join(" | ", challenges)}".TrimEnd();
        return answer.Replace(app.Client.BaseAddress!.Authority, "HOST", StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(ChallengeSetup schemes, bool withLibrary) => TestApp.StartAsync(
        app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            if (withLibrary)
            {
                app.UseLinkErrors();
            }

            app.MapGet("/api", () => "ok").WithLinkErrors(LinkEndpointKind.Api, "oauth").RequireAuthorization("links");
            app.MapGet("/resource", [LinkResourceMetadata("/.well-known/oauth-protected-resource/links")] () => "ok")
                .WithLinkErrors(LinkEndpointKind.Api, "oauth").RequireAuthorization("links");
        },
        services: builder =>
        {
            builder.Services.AddAuthorizationBuilder().AddPolicy("links", policy => policy.AddRequirements(new ScopeRequirement("links:read", "links:write")));
            schemes.Add(builder.Services);
            if (withLibrary)
            {
                builder.Services.AddLinkErrors().AddAuthorizationErrors();
            }
        });
}
