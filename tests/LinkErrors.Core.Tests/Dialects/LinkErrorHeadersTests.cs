using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class LinkErrorHeadersTests
{
    // Kestrel answers a blank 500 to CR, LF, NUL, DEL and non-ASCII in a header value (RFC 9110 §5.5).
    [Theory]
    [InlineData("Bearer realm=\"link\"", "Bearer realm=\"link\"")]
    [InlineData("C:\\x", "C:\\x")]
    [InlineData("a\r\nSet-Cookie: b=c", "a  Set-Cookie: b=c")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\0b\u007Fc\u0085d", "a?b?c?d")]
    [InlineData("naïve", "na?ve")]
    [InlineData("\u201Cquoted\u201D \u2013 dash", "'quoted' - dash")]
    [InlineData("\U0001F600", "??")]
    public void Add_OfAnyText_IsPrintableAscii(string value, string sent)
    {
        LinkErrorHeaders headers = [];

        headers.Add("X-Test", value);

        headers.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("X-Test", sent));
    }

    [Fact]
    public void Add_OfEveryCharacter_SendsPrintableAsciiOnly()
    {
        LinkErrorHeaders headers = [];

        headers.Add("X-Test", string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)));

        string value = headers.Single().Value;
        value.Should().HaveLength(char.MaxValue + 1);
        value.Should().Match(text => text.All(character => character >= ' ' && character <= '~'));
    }

    // RFC 9110 §10.2.3: whole seconds; at least one, or the peer would be back at once.
    [Theory]
    [InlineData(0, "1")]
    [InlineData(-5000, "1")]
    [InlineData(1, "1")]
    [InlineData(1000, "1")]
    [InlineData(1001, "2")]
    [InlineData(29_999, "30")]
    [InlineData(3_600_000, "3600")]
    public void AddRetryAfter_OfDelay_IsRoundedUpToSeconds(int milliseconds, string seconds)
    {
        LinkErrorHeaders headers = [];

        headers.AddRetryAfter(TimeSpan.FromMilliseconds(milliseconds));

        headers.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("Retry-After", seconds));
    }

    [Fact]
    public void AddRetryAfter_OfLongestDelay_IsANumber()
    {
        LinkErrorHeaders headers = [];

        headers.AddRetryAfter(TimeSpan.MaxValue);

        headers.Single().Value.Should().MatchRegex("^[0-9]+$");
    }

    [Fact]
    public void Add_Repeated_KeepsBothInOrder()
    {
        LinkErrorHeaders headers = [];

        headers.Add("WWW-Authenticate", "Basic");
        headers.Add("WWW-Authenticate", "Bearer");

        headers.Select(header => header.Value).Should().Equal("Basic", "Bearer");
        headers.Count.Should().Be(2);
    }

    [Fact]
    public void Add_WithoutNameOrValue_IsRefused()
    {
        FluentActions.Invoking(() => new LinkErrorHeaders().Add("", "x")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new LinkErrorHeaders().Add("X-Test", null!)).Should().Throw<ArgumentNullException>();
    }
}
