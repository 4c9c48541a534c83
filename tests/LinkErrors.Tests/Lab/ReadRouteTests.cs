using System.Text;
using System.Text.Json;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>ErrorLab's <c>POST /read</c>, whose contract others test.</summary>
public sealed class ReadRouteTests(LabHost lab) : IClassFixture<LabHost>
{
    [Fact]
    public async Task Read_OfACallback_AnswersWithTheWholeContract()
    {
        LabAnswer answer = await ReadAsync("""{"url":"https://example.com/vital/callback?state=error&error_type=token_expired&error=Too%20late"}""");

        answer.Status.Should().Be(200);
        answer.Body.Should().Be("""{"read":true,"exception":"LinkTokenExpiredException","isTransient":false,"error":{"code":"link_token_expired","wireCode":"token_expired","dialect":"junction","title":"Link token expired","message":"Too late","statusCode":400,"state":null,"scopes":[],"retryAfter":null,"helpUri":null,"data":null},"origin":{"dialect":"junction","wireCode":"token_expired","wireText":"Too late","issuer":null,"parameters":{"state":"error","error_type":"token_expired","error":"Too late"},"challenges":[],"body":null}}""");
    }

    [Theory]
    [InlineData("""{"status":401,"headers":{"WWW-Authenticate":["Bearer error=\"insufficient_scope\", scope=\"a b\""],"Retry-After":"30"},"body":""}""", "InsufficientScopeException", "insufficient_scope", "oauth")]
    [InlineData("""{"status":401,"headers":{"www-authenticate":"Bearer error=\"invalid_token\""}}""", "InvalidTokenException", "invalid_token", "oauth")]
    [InlineData("""{"status":400,"headers":{},"body":"{\"errorCode\":\"sessionExpired\",\"message\":\"x\"}"}""", "SessionExpiredException", "session_expired", "centralauth")]
    [InlineData("""{"status":400,"headers":null,"body":{"error":"invalid_grant"}}""", "InvalidGrantException", "invalid_grant", "oauth")]
    [InlineData("""{"status":400,"body":"{\"error\":\"my_own\"}"}""", "LinkException", "my_own", "oauth")]
    [InlineData("""{"status":400,"body":"{\"error\":\"forbidden\"}","dialect":"loop"}""", "ForbiddenException", "forbidden", "loop")]
    [InlineData("""{"url":"https://ci.kbase.us?code=orcid-invalid-token&title=t#orcidlink/error","dialect":"orcidlink"}""", "ProviderTokenRejectedException", "provider_token_rejected", "orcidlink")]
    public async Task Read_OfAResponse_NamesTheException(string request, string exception, string code, string dialect)
    {
        JsonElement answer = JsonElement.Parse((await ReadAsync(request)).Body);

        answer.GetProperty("read").GetBoolean().Should().BeTrue();
        answer.GetProperty("exception").GetString().Should().Be(exception);
        answer.GetProperty("error").GetProperty("code").GetString().Should().Be(code);
        answer.GetProperty("error").GetProperty("dialect").GetString().Should().Be(dialect);
    }

    [Fact]
    public async Task Read_OfAForm_AnswersWithEverythingThatWasPosted()
    {
        JsonElement answer = JsonElement.Parse((await ReadAsync("""{"form":"error=temporarily_unavailable&iss=https%3A%2F%2Fas.example&a=1&a=2"}""")).Body);

        answer.GetProperty("isTransient").GetBoolean().Should().BeTrue();
        answer.GetProperty("origin").GetProperty("issuer").GetString().Should().Be("https://as.example");
        answer.GetProperty("origin").GetProperty("parameters").GetRawText().Should().Be("""{"error":"temporarily_unavailable","iss":"https://as.example","a":["1","2"]}""");
    }

    [Fact]
    public async Task Read_OfChallenges_AnswersWithAllOfThem()
    {
        JsonElement answer = JsonElement.Parse((await ReadAsync("""{"status":401,"headers":{"WWW-Authenticate":["Basic realm=\"a\"","Bearer error=\"invalid_token\""]},"body":{"x":1}}""")).Body);

        answer.GetProperty("origin").GetProperty("challenges").GetRawText()
            .Should().Be("""[{"scheme":"Basic","token68":null,"parameters":{"realm":"a"}},{"scheme":"Bearer","token68":null,"parameters":{"error":"invalid_token"}}]""");
        answer.GetProperty("origin").GetProperty("body").GetRawText().Should().Be("""{"x":1}""");
    }

    [Theory]
    [InlineData("""{"url":"https://example.com/cb?code=abc&state=xyz"}""")]
    [InlineData("""{"form":"code=abc&state=xyz"}""")]
    [InlineData("""{"form":1}""")]
    [InlineData("""{"status":400,"headers":{"Content-Encoding":"gzip"},"base64":"H4sIAAAAAAAA"}""")]
    [InlineData("""{"url":"\ud800"}""")]
    [InlineData("""{"url":""}""")]
    [InlineData("""{"url":1}""")]
    [InlineData("""{"url":"/cb?error=a&error=b"}""")]
    [InlineData("""{"status":502,"headers":{"Content-Type":["text/html"]},"body":"<html>"}""")]
    [InlineData("""{"status":-1}""")]
    [InlineData("""{"status":500,"headers":[],"body":"\ud800\u0000"}""")]
    [InlineData("""{"status":500,"headers":{"":"","a":[1,null,{}],"\ud800":"\ud800"},"body":"{"}""")]
    [InlineData("""{"status":400,"body":"{\"error\":\"invalid_grant\"}","dialect":"klingon"}""")]
    public async Task Read_OfNoError_GivesTheReason(string request)
    {
        LabAnswer answer = await ReadAsync(request);

        answer.Status.Should().Be(200);
        JsonElement read = JsonElement.Parse(answer.Body);
        read.EnumerateObject().Select(member => member.Name).Should().Equal("read", "reason");
        read.GetProperty("read").GetBoolean().Should().BeFalse();
        read.GetProperty("reason").GetString().Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"status":"401"}""")]
    public async Task Read_OfABrokenRequest_IsALinkError(string request)
    {
        LabAnswer answer = await ReadAsync(request);

        answer.Status.Should().Be(400);
        answer.MediaType.Should().StartWith("application/problem+json");
        JsonElement.Parse(answer.Body).GetProperty("code").GetString().Should().Be("invalid_request");
    }

    private async Task<LabAnswer> ReadAsync(string request)
    {
        using StringContent content = new(request, Encoding.UTF8, "application/json");
        return await lab.AskAsync("/read", HttpMethod.Post, content);
    }
}
