using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>What a body is that is no JSON, so that who reads the reason knows what to do, without a word of the peer's.</summary>
public sealed class NotJsonTests
{
    // RFC 9110 §8.4.1. Who decodes a body takes the header away.
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "x-gzip")]
    [InlineData("br", "br")]
    [InlineData("zstd", "zstd")]
    [InlineData("deflate", "deflate")]
    [InlineData("compress", "compress")]
    [InlineData("GZIP", "gzip")]
    [InlineData("identity, br", "br")]
    public void Body_ThatNobodyDecoded_IsNamedByItsEncoding(string header, string encoding) =>
        Explain("\u001F\uFFFD", KeyValuePair.Create("Content-Encoding", header)).Should().StartWith($"The body is encoded as {encoding}, ").And.Contain("AutomaticDecompression");

    [Theory]
    [InlineData("<html></html>", "The body is HTML or XML, not JSON.")]
    [InlineData(" \r\n<?xml version=\"1.0\"?>", "The body is HTML or XML, not JSON.")]
    [InlineData("Bad Gateway", "The body is not JSON, or it is nested too deeply.")]
    [InlineData("{\"error\":", "The body is not JSON, or it is nested too deeply.")]
    public void Body_OfAnotherKind_IsNamed(string body, string reason)
    {
        Explain(body).Should().Be(reason);
        Explain(body, KeyValuePair.Create("Content-Encoding", "identity")).Should().Be(reason);
    }

    private static string? Explain(string body, params KeyValuePair<string, string>[] headers)
    {
        LinkErrorReading reading = new LinkErrorReader().ReadResponse(502, headers, body);
        reading.Unreadable.Should().Be(LinkErrorUnreadable.NotJson);
        return reading.Reason;
    }
}
