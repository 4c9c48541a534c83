using System.Text.Json;
using LinkErrors.Dialects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Handling;

/// <summary>An upstream's error, caught in a link flow, becomes the error of this service.</summary>
public sealed class UpstreamTests
{
    private static readonly LinkErrorCatalog Catalog = LinkErrorCatalog.Default;

    public static TheoryData<string, int, string> Meanings { get; } = new()
    {
        { """{"error":"invalid_token"}""", 401, "provider_token_rejected" },
        { """{"error":"unauthorized"}""", 401, "provider_token_rejected" },
        { """{"error":"invalid_grant"}""", 400, "provider_token_rejected" },
        { """{"error":"insufficient_scope"}""", 403, "required_scopes_not_granted" },
        { """{"error":"access_denied"}""", 400, "access_denied" },
        { """{"error":"temporarily_unavailable"}""", 503, "provider_api_error" },
        { """{"error":"rate_limited"}""", 429, "provider_api_error" },
        { """{"error":"whatever"}""", 502, "provider_api_error" },
        { """{"error":"invalid_client"}""", 401, "provider_error" },
        { """{"error":"invalid_request"}""", 400, "provider_error" },
        { """{"code":"orcid-invalid-token","title":"t"}""", 401, "provider_token_rejected" },
        { """{"state":"error","error_type":"incorrect_mfa_code"}""", 200, "incorrect_mfa_code" },
        { """{"error":"login_required"}""", 400, "login_required" },
        { """{"error":"interaction_required"}""", 400, "interaction_required" },
        { """{"error":"consent_required"}""", 400, "consent_required" },
        { """{"error":"account_selection_required"}""", 400, "account_selection_required" },
        { """{"error":"unmet_authentication_requirements"}""", 400, "unmet_authentication_requirements" },
    };

    public static TheoryData<string, int, string, bool> Ways
    {
        get
        {
            TheoryData<string, int, string, bool> ways = [];
            foreach (object[] row in Meanings)
            {
                ways.Add((string)row[0], (int)row[1], (string)row[2], false);
                ways.Add((string)row[0], (int)row[1], (string)row[2], true);
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Error_OfAnUpstream_IsAnsweredAsItsMeaning(string body, int status, string code, bool isReturned)
    {
        LinkError upstream = LinkErrorRecognition.ReadResponse(new LinkErrorResponse(status, body: JsonElement.Parse(body)), Catalog).Error!;

        JsonElement answer = await AnswerAsync(upstream with { State = "ours", Message = "secret of the upstream", RetryAfter = status is 429 or 503 ? TimeSpan.FromSeconds(9) : null }, isReturned);

        answer.GetProperty("code").GetString().Should().Be(code);
        answer.GetRawText().Contains("secret of the upstream", StringComparison.Ordinal)
            .Should().Be(code == "provider_error", "only its definition carries the upstream's text");
    }

    [Fact]
    public async Task Error_OfThisService_StaysAsItIs()
    {
        JsonElement answer = await AnswerAsync(new LinkError(LinkErrorDefinitions.InvalidToken) { Message = "Ours." }, isReturned: false);

        answer.GetProperty("code").GetString().Should().Be("invalid_token");
        answer.GetProperty("detail").GetString().Should().Be("Ours.");
    }

    [Theory]
    [InlineData("?error=access_denied&state=xyz", null, "access_denied by oauth")]
    [InlineData("?state=error&error_type=user_cancelled&error=x", null, "user_cancelled by junction")]
    [InlineData("?error=forbidden", "error=", "forbidden by oauth")]
    [InlineData("", "error=access_denied&state=xyz", "access_denied by oauth")]
    [InlineData("?error=a", "error=b", "Ambiguous")]
    [InlineData("", "error=a&error=b", "Ambiguous")]
    [InlineData("?error=a&error=b", null, "Ambiguous")]
    [InlineData("?code=abc&state=xyz", null, "NoError")]
    [InlineData("?reason=x", "text=y", "NoError")]
    [InlineData("", "error=access_denied&Error=x&ERROR=y", "access_denied by oauth")]
    [InlineData("", "Error=x&error=access_denied", "access_denied by oauth")]
    [InlineData("", "error=access%5Fdenied&error_description=a+b", "access_denied by oauth")]
    public async Task Request_OfACallback_IsRead(string query, string? form, string expected)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapMethods("/cb", ["GET", "POST"], async (HttpRequest request) =>
            {
                LinkErrorReading reading = await request.ReadLinkErrorAsync();
                return reading.IsError ? $"{reading.Error.Code} by {reading.Error.Origin!.Dialect}" : reading.Unreadable.ToString();
            });
        });
        using HttpRequestMessage message = new(form is null ? HttpMethod.Get : HttpMethod.Post, "/cb" + query);
        message.Content = form is null ? null : new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using HttpResponseMessage response = await app.Client.SendAsync(message);

        (await response.Content.ReadAsStringAsync()).Should().Be(expected);
    }

    [Theory]
    [InlineData(false, "error=access_denied&Error=x", "access_denied, access_denied,x")]
    [InlineData(true, "error=access_denied&state=xyz", "access_denied, access_denied")]
    [InlineData(true, "error=access_denied&Error=x", "Ambiguous, access_denied,x")]
    public async Task Form_OfACallback_IsReadBeforeAndAfterTheApplication(bool isReadBefore, string form, string expected)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapPost("/cb", async (HttpRequest request) =>
            {
                _ = isReadBefore ? await request.ReadFormAsync() : null;
                LinkErrorReading reading = await request.ReadLinkErrorAsync();
                return $"{reading.Error?.Code ?? reading.Unreadable.ToString()}, {(await request.ReadFormAsync())["error"]}";
            });
        });
        using StringContent content = new(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using HttpResponseMessage response = await app.Client.PostAsync("/cb", content);

        (await response.Content.ReadAsStringAsync()).Should().Be(expected);
    }

    [Fact]
    public async Task Form_ThatIsTooLong_IsUnreadable()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapPost("/cb", async (HttpRequest request) => (await request.ReadLinkErrorAsync()).Unreadable.ToString());
        });
        using StringContent content = new("error=access_denied&x=" + new string('x', 128 * 1024), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using HttpResponseMessage response = await app.Client.PostAsync("/cb", content);

        (await response.Content.ReadAsStringAsync()).Should().Be("CutOff");
    }

    [Fact]
    public async Task Error_OfAnUpstreamThatSaysWhenToComeAgain_IsTransient()
    {
        LinkError upstream = LinkErrorRecognition.ReadResponse(new LinkErrorResponse(400, body: JsonElement.Parse("""{"error":"invalid_request"}""")), Catalog).Error!;

        JsonElement answer = await AnswerAsync(upstream with { RetryAfter = TimeSpan.FromSeconds(9) }, isReturned: false);

        answer.GetProperty("code").GetString().Should().Be("provider_api_error");
    }

    private static async Task<JsonElement> AnswerAsync(LinkError error, bool isReturned)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", IResult () => isReturned ? TypedResults.LinkError(error) : throw error.ToException()).WithLinkErrors(LinkEndpointKind.Api, "problem-details");
        });
        using HttpResponseMessage response = await app.Client.GetAsync("/");
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
