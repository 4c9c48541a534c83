using System.Text.Json;

namespace LinkErrors.Core.Tests.Model;

/// <summary>What a peer said is kept whole, found by its name, and shown to nobody.</summary>
public sealed class LinkErrorOriginTests
{
    private static readonly LinkErrorOrigin Origin = new("oauth", "invalid_grant", "Text")
    {
        Issuer = "https://as.example",
        RequestId = "r-1",
        Parameters = [KeyValuePair.Create("error_reason", "user_denied"), KeyValuePair.Create("mfa_token", "second")],
        Challenges = AuthenticationChallenge.Parse("Basic realm=\"a\", Bearer claims=\"c2VjcmV0\", realm=\"b\""),
        Body = JsonElement.Parse("""{"mfa_token":"secret-token","interval":5,"errors":[{"code":"x"}],"error":{"fbtrace_id":"T1"},"none":null,"empty":""}"""),
    };

    [Theory]
    [InlineData("mfa_token", "secret-token")]
    [InlineData("interval", "5")]
    [InlineData("errors", """[{"code":"x"}]""")]
    [InlineData("errors.0.code", "x")]
    [InlineData("errors.1.code", null)]
    [InlineData("errors.-1.code", null)]
    [InlineData("errors.99999999999.code", null)]
    [InlineData("error.fbtrace_id", "T1")]
    [InlineData("error_reason", "user_denied")]
    [InlineData("claims", "c2VjcmV0")]
    [InlineData("realm", "a")]
    [InlineData("none", null)]
    [InlineData("empty", "")]
    [InlineData("other", null)]
    [InlineData(".", null)]
    public void Find_OfANameOrPath_IsWhatThePeerSaid(string path, string? expected) => Origin.Find(path).Should().Be(expected);

    [Fact]
    public void Find_WhereNothingWasSent_IsNull() => new LinkErrorOrigin("oauth", null, null).Find("x").Should().BeNull();

    [Fact]
    public void Text_OfAnOrigin_HasNoEvidenceAndOneLine()
    {
        string text = (Origin with { WireText = "a\r\nb" }).ToString();

        text.Should().Be("oauth: invalid_grant a\\u000D\\u000Ab");
    }

    [Fact]
    public void Json_OfAnOrigin_HasWhatWasUnderstoodAndNoEvidence()
    {
        string json = JsonSerializer.Serialize(Origin);

        json.Should().ContainAll("oauth", "invalid_grant", "https://as.example", "r-1").And.NotContain("secret").And.NotContain("user_denied").And.NotContain("c2VjcmV0");
    }

    [Fact]
    public void Equality_OfOrigins_IsThatOfWhatWasUnderstood()
    {
        Origin.Should().Be(Origin with { Body = null, Parameters = [], Challenges = [] });
        Origin.GetHashCode().Should().Be((Origin with { Body = null }).GetHashCode());
        Origin.Should().NotBe(Origin with { Dialect = "loop" });
        Origin.Should().NotBe(Origin with { WireCode = "other" });
        Origin.Should().NotBe(Origin with { WireText = "other" });
        Origin.Should().NotBe(Origin with { Issuer = "https://other.example" });
        Origin.Should().NotBe(Origin with { RequestId = null });
        Origin.Should().NotBe(Origin with { WireUri = "https://e.example" });
    }
}
