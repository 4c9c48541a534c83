using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>What counts where a message says several things, and what is no error although it looks like one.</summary>
public sealed class ReaderPrecedenceTests
{
    private readonly LinkErrorReader _reader = new();

    // RFC 6750 §3, RFC 9449 §9 and RFC 9470 §3 put the error into the challenge. A body with a code of its own knows as much.
    [Theory]
    [InlineData(403, "application/json", """{"message":"Forbidden"}""", "Bearer error=\"insufficient_scope\", scope=\"a b\"", "insufficient_scope")]
    [InlineData(403, "application/problem+json", """{"title":"Forbidden","status":403}""", "Bearer error=\"insufficient_scope\", scope=\"a b\"", "insufficient_scope")]
    [InlineData(401, "application/problem+json", """{"title":"Unauthorized"}""", "DPoP error=\"use_dpop_nonce\"", "use_dpop_nonce")]
    [InlineData(401, "application/json", """{"detail":"Log in again."}""", "Bearer error=\"insufficient_user_authentication\", acr_values=\"x\"", "insufficient_user_authentication")]
    [InlineData(403, "application/problem+json", """{"code":"forbidden","title":"Forbidden"}""", "Bearer error=\"insufficient_scope\"", "forbidden")]
    [InlineData(400, "application/json", """{"error":"invalid_grant"}""", "Bearer error=\"invalid_token\"", "invalid_grant")]
    public void Response_WithChallengeAndBody_IsReadByWhatNamesTheError(int status, string type, string body, string challenge, string code)
    {
        LinkErrorReading reading = _reader.ReadResponse(status, Once(KeyValuePair.Create("Content-Type", type), KeyValuePair.Create("WWW-Authenticate", challenge)), body);

        reading.Error!.Code.Should().Be(code);
        reading.Error.Scopes.Should().HaveCount(challenge.Contains("scope=", StringComparison.Ordinal) ? 2 : 0);
    }

    [Theory]
    [InlineData("""{"type":"book","title":"Dune"}""")]
    [InlineData("""{"title":"Dune","status":"available"}""")]
    [InlineData("""{"code":"SUCCESS","message":"OK"}""")]
    [InlineData("""{"code":"EUR","title":"Euro"}""")]
    [InlineData("""{"errorCode":"0","message":"OK"}""")]
    public void Success_ThatLooksLikeAnError_IsNone(string body) =>
        _reader.ReadResponse(200, headers: null, body).Unreadable.Should().Be(LinkErrorUnreadable.NoError);

    // RFC 6749 §3.1: a parameter without a value counts as absent.
    [Theory]
    [InlineData("?code=abc&error_message=Bad", "centralauth")]
    [InlineData("?error=&error_message=Bad", "centralauth")]
    [InlineData("?code=&error_description=Bad", "centralauth")]
    [InlineData("?error=&code=link.code_missing&title=Missing", "orcidlink")]
    [InlineData("?error=&error=access_denied", "oauth")]
    public void Callback_WithEmptyParameters_IsReadByTheOthers(string url, string dialect) =>
        _reader.ReadCallback(url).Error!.Origin!.Dialect.Should().Be(dialect);

    [Theory]
    [InlineData("4294967295")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void RetryAfter_ThatNoTimerTakes_IsTheLongestThatOneDoes(string value)
    {
        LinkError error = _reader.ReadResponse(429, Once(KeyValuePair.Create("Retry-After", value)), """{"error":"rate_limited"}""").Error!;

        error.RetryAfter.Should().Be(TimeSpan.FromSeconds(2_147_483));
    }

    [Theory]
    [InlineData(429, """{"message":"Too many"}""", true)]
    [InlineData(429, """{"error":"overloaded"}""", true)]
    [InlineData(502, """{"error":"overloaded"}""", true)]
    [InlineData(503, """{"error":"overloaded"}""", true)]
    [InlineData(504, """{"error":"overloaded"}""", true)]
    [InlineData(501, """{"error":"overloaded"}""", false)]
    [InlineData(400, """{"error":"overloaded"}""", false)]
    [InlineData(503, """{"error":"invalid_grant"}""", false)]
    public void UnknownCode_WithAStatusOfPassingTrouble_IsTransient(int status, string body, bool isTransient) =>
        _reader.ReadResponse(status, headers: null, body).Error!.IsTransient.Should().Be(isTransient);

    [Fact]
    public void Data_DeeperThanUsual_IsReadUpToTheOption()
    {
        LinkErrorReader deep = new(new LinkErrorReaderOptions { MaxDepth = 1000 });
        string body = $$"""{"title":"t","type":"x","deep":{{new string('[', 900)}}{{new string(']', 900)}}}""";

        deep.ReadResponse(400, Once(KeyValuePair.Create("Content-Type", "application/problem+json")), body).IsError.Should().BeTrue();
    }

    [Fact]
    public void Data_WithANumberThatNobodyCanCompare_IsComparedByItsText()
    {
        LinkError first = new(LinkErrorDefinitions.Conflict) { Data = JsonElement.Parse("""{"n":1e99999999999}""") };

        first.Equals(first with { Data = JsonElement.Parse("""{"n":1e99999999999}""") }).Should().BeTrue();
        first.Equals(first with { Data = JsonElement.Parse("""{"n":2e99999999999}""") }).Should().BeFalse();
    }

    [Fact]
    public void Text_WithAByteOrderMark_IsRead() =>
        _reader.ReadResponse(400, headers: null, "\uFEFF{\"error\":\"invalid_grant\"}").Error!.Code.Should().Be("invalid_grant");

    [Fact]
    public void Text_WithHalfASurrogatePair_IsReported() =>
        _reader.ReadResponse(400, headers: null, "{\"error\":\"" + '\uD800' + "\"}").Unreadable.Should().Be(LinkErrorUnreadable.NotJson);

    /// <summary>A sequence that can be gone through only once, as some readers of messages give it.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Once(params KeyValuePair<string, string>[] lines)
    {
        Queue<KeyValuePair<string, string>> left = new(lines);
        while (left.TryDequeue(out KeyValuePair<string, string> line))
        {
            yield return line;
        }
    }
}
