using LinkErrors.Responses;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Tests.Responses;

/// <summary>What a scheme said stays; a challenge of RFC 6750 or RFC 9449 gets what it did not say.</summary>
public sealed class ChallengesTests
{
    private const string Ours = """Bearer realm="ours", error="invalid_token", error_description="It expired.", error_uri="https://docs.example/", resource_metadata="https://api.example/m" """;

    [Theory]

    // The scheme said nothing of an error, and the client came with it.
    [InlineData("Bearer", """Bearer realm="ours", error="invalid_token", error_description="It expired.", error_uri="https://docs.example/", resource_metadata="https://api.example/m" """)]
    [InlineData("bearer", """bearer realm="ours", error="invalid_token", error_description="It expired.", error_uri="https://docs.example/", resource_metadata="https://api.example/m" """)]
    [InlineData("""Bearer realm="its own" """, """Bearer realm="its own", error="invalid_token", error_description="It expired.", error_uri="https://docs.example/", resource_metadata="https://api.example/m" """)]
    [InlineData("""Bearer scope="a b" """, """Bearer scope="a b", realm="ours", error="invalid_token", error_description="It expired.", error_uri="https://docs.example/", resource_metadata="https://api.example/m" """)]

    // RFC 6750 §3.1: a code has one description, so nothing of an error is added to one that is said.
    [InlineData("""Bearer error="insufficient_scope" """, """Bearer error="insufficient_scope", realm="ours", resource_metadata="https://api.example/m" """)]
    [InlineData("""Bearer Error="insufficient_scope" """, """Bearer Error="insufficient_scope", realm="ours", resource_metadata="https://api.example/m" """)]

    // The client came with the other scheme, for which there is no error.
    [InlineData("DPoP", """DPoP realm="ours", resource_metadata="https://api.example/m" """)]
    [InlineData("dpop", """dpop realm="ours", resource_metadata="https://api.example/m" """)]

    // Nothing is added to other schemes, to opaque data, and to a line of several challenges, in which a comma could end any of them.
    [InlineData("Basic", "Basic")]
    [InlineData("""Digest realm="d", nonce="n" """, """Digest realm="d", nonce="n" """)]
    [InlineData("Bearer dG9rZW4=", "Bearer dG9rZW4=")]
    [InlineData("""Bearer realm="a", DPoP realm="b" """, """Bearer realm="a", DPoP realm="b" """)]
    [InlineData("", "")]
    public void Complete_OfWhatASchemeSaid_AddsWhatIsMissing(string said, string completed) =>
        Complete(said).Should().Be(completed.TrimEnd());

    // RFC 9449 §5.1: algs belongs to DPoP, whichever scheme the error is told to.
    [Theory]
    [InlineData("DPoP", "ES256", """DPoP realm="ours", resource_metadata="https://api.example/m", algs="ES256" """)]
    [InlineData("dpop", "ES256", """dpop realm="ours", resource_metadata="https://api.example/m", algs="ES256" """)]
    [InlineData("""DPoP algs="PS256" """, "ES256", """DPoP algs="PS256", realm="ours", resource_metadata="https://api.example/m" """)]
    [InlineData("DPoP", null, """DPoP realm="ours", resource_metadata="https://api.example/m" """)]
    [InlineData("""Bearer error="x", realm="r" """, "ES256", """Bearer error="x", realm="r", resource_metadata="https://api.example/m" """)]
    public void Complete_WithAlgorithms_NamesThemForDPoPOnly(string said, string? algorithms, string completed) =>
        Complete(said, Ours, algorithms).Should().Be(completed.TrimEnd());

    [Fact]
    public void Complete_WithAlgorithmsInOurs_TakesThoseOfTheSettings() =>
        Complete("DPoP", """DPoP algs="RS256", error="invalid_token" """, "ES256").Should().Be("""DPoP error="invalid_token", algs="ES256" """.TrimEnd());

    // RFC 9110 §5.6.4: what is quoted is quoted again.
    [Fact]
    public void Complete_WithQuotesAndBackslashes_EscapesThem() =>
        Complete("Bearer", """Bearer realm="a \"b\" \\ c" """).Should().Be("""Bearer realm="a \"b\" \\ c" """.TrimEnd());

    [Fact]
    public void Complete_OfSeveralLines_CompletesEachAndKeepsTheirOrder() =>
        Challenges.Complete(new StringValues(["Basic", "Bearer", null]), """Bearer error="invalid_token" """).ToArray()
            .Should().Equal("Basic", """Bearer error="invalid_token" """.TrimEnd(), "");

    // Of two challenges of ours nothing says which one completes a line.
    [Theory]
    [InlineData("")]
    [InlineData("""Bearer error="a", DPoP error="b" """)]
    public void Complete_WithoutExactlyOneOfOurs_LeavesAllAsItIs(string ours) => Complete("Bearer", ours).Should().Be("Bearer");

    private static string Complete(string said, string ours = Ours, string? algorithms = null)
    {
        // What follows the last quote is for the reader of this file.
        StringValues lines = new([said.TrimEnd()]);
        return Challenges.Complete(lines, ours.TrimEnd(), algorithms).ToString();
    }
}
