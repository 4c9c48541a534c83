using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>Where a message begins and ends, and what is read of it.</summary>
public sealed class ReaderLimitTests
{
    private const string Body = """{"error":"invalid_grant"}""";
    private readonly LinkErrorReader _reader = new();

    // RFC 3986 §3.4, §3.5: the query ends where the fragment begins, and a question mark within a fragment begins nothing.
    [Theory]
    [InlineData("#error=access_denied", true)]
    [InlineData("?error=access_denied", true)]
    [InlineData("/cb?a=1#error=access_denied", true)]
    [InlineData("/cb#a=1?error=access_denied", false)]
    [InlineData("/cb#a=1&error=access_denied?", true)]
    public void Callback_OfQueryAndFragment_IsReadFromBoth(string url, bool isError) => _reader.ReadCallback(url).IsError.Should().Be(isError);

    // RFC 9110 §15.4: the Location of a redirect, and of nothing else.
    [Theory]
    [InlineData(201, false)]
    [InlineData(299, false)]
    [InlineData(300, true)]
    [InlineData(399, true)]
    [InlineData(400, false)]
    public void Location_OfARedirect_IsReadAsACallback(int status, bool isError) =>
        _reader.ReadResponse(status, [KeyValuePair.Create("Location", "/cb?error=access_denied")], "").IsError.Should().Be(isError);

    [Fact]
    public void Body_OfTheLongestLength_IsRead()
    {
        LinkErrorReader reader = new(new LinkErrorReaderOptions { MaxLength = Body.Length });

        reader.ReadResponse(400, headers: null, System.Text.Encoding.UTF8.GetBytes(Body)).IsError.Should().BeTrue();
        reader.ReadResponse(400, headers: null, System.Text.Encoding.UTF8.GetBytes(Body + " ")).Reason.Should().Be("The body is longer than the limit of the reader.");
        reader.ReadParameters("error=" + new string('a', Body.Length)).Reason.Should().Be("The parameters are longer than the limit of the reader.");
    }

    // Half a body may be JSON by chance; a challenge came whole.
    [Fact]
    public void Body_ThatIsCutOff_IsNotRead()
    {
        byte[] body = System.Text.Encoding.UTF8.GetBytes(Body);

        LinkErrorReading reading = _reader.ReadResponse(400, headers: null, body, isCutOff: true);

        reading.Unreadable.Should().Be(LinkErrorUnreadable.CutOff);
        reading.Reason.Should().Be("The connection ended before the body did.");
        _reader.ReadResponse(401, [KeyValuePair.Create("WWW-Authenticate", "Bearer error=\"invalid_token\"")], body, isCutOff: true).Error!.Code.Should().Be("invalid_token");
    }

    [Fact]
    public void Body_ThatIsJsonWhateverItsHeaderSays_IsReadAsJson() =>
        _reader.ReadResponse(400, [KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded")], Body).Error!.Code.Should().Be("invalid_grant");

    // RFC 9207 §2.4, where both are too long: neither counts as naming an issuer.
    [Fact]
    public void Issuer_BeyondTheLimit_IsNotLookedFor()
    {
        const string Parameters = "error=access_denied&iss=x";
        LinkErrorReaderOptions options = new() { ExpectedIssuer = "y", MaxLength = Parameters.Length };

        new LinkErrorReader(options).ReadParameters(Parameters).Unreadable.Should().Be(LinkErrorUnreadable.WrongIssuer);
        new LinkErrorReader(options).ReadParameters(Parameters + "x").Unreadable.Should().Be(LinkErrorUnreadable.TooLarge);
    }

    // RFC 9110 §10.2.3, for a dialect that leaves the header to the reader.
    [Theory]
    [InlineData("30", 30)]
    [InlineData("Thu, 01 Jan 2026 00:00:45 GMT", 45)]
    public void RetryAfter_ThatTheDialectLeavesOut_IsReadByTheReader(string value, int seconds)
    {
        LinkErrorReader reader = new(new LinkErrorReaderOptions { Dialect = new BareDialect(), TimeProvider = new ManualTime() });

        reader.ReadResponse(429, [KeyValuePair.Create("Retry-After", value)], "{}").Error!.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    private sealed class BareDialect : LinkErrorDialectReader
    {
        public override string Name => "bare";

        public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) => CreateError(catalog, LinkErrorCodes.RateLimited, null, null);
    }
}
