using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>Nothing that the peer said is lost: what no dialect reads is in the origin.</summary>
public sealed class ReaderOriginTests
{
    private readonly LinkErrorReader _reader = new();

    [Fact]
    public void Response_WithMembersOfItsOwn_KeepsBodyChallengesAndRequestId()
    {
        LinkErrorOrigin origin = _reader.ReadResponse(
            401,
            [
                KeyValuePair.Create("WWW-Authenticate", "Basic realm=\"a\""),
                KeyValuePair.Create("WWW-Authenticate", "Bearer error=\"invalid_token\", resource_metadata=\"https://r.example/m\""),
                KeyValuePair.Create("X-Request-Id", "r-7"),
            ],
            """{"error":"mfa_required","mfa_token":"m-1"}""").Error!.Origin!;

        origin.Find("mfa_token").Should().Be("m-1");
        origin.Find("resource_metadata").Should().Be("https://r.example/m");
        origin.Challenges.Select(challenge => challenge.Scheme).Should().Equal("Basic", "Bearer");
        origin.RequestId.Should().Be("r-7");
        origin.Parameters.Should().BeEmpty();
    }

    // RFC 9207 §2: the issuer is a parameter of the error response too.
    [Fact]
    public void Callback_WithParametersOfItsOwn_KeepsThemAndTheIssuer()
    {
        LinkErrorOrigin origin = _reader.ReadCallback("/cb?error=access_denied&error_reason=user_denied&a=1&a=2&iss=https%3A%2F%2Fas.example").Error!.Origin!;

        origin.Find("error_reason").Should().Be("user_denied");
        origin.Issuer.Should().Be("https://as.example");
        origin.Parameters.Where(parameter => parameter.Key == "a").Select(parameter => parameter.Value).Should().Equal("1", "2");
        origin.Challenges.Should().BeEmpty();
        origin.Body.Should().BeNull();
    }

    [Fact]
    public void Exception_OfAReading_ShowsNothingOfTheBody() =>
        _reader.ReadResponse(400, headers: null, """{"error":"mfa_required","mfa_token":"m-1"}""").Error!.ToException().ToString().Should().NotContain("m-1");
}
