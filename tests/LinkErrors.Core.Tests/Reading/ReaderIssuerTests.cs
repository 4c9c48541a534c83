using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>RFC 9207 §2.4: a callback of another authorization server must not be acted on, be it an error or a success.</summary>
public sealed class ReaderIssuerTests
{
    private const string Expected = "https://as.example";

    [Theory]
    [InlineData("/cb?error=access_denied&iss=https%3A%2F%2Fas.example", false, null)]
    [InlineData("/cb?error=access_denied", false, null)]
    [InlineData("/cb?error=access_denied&iss=https%3A%2F%2Fevil.example", false, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb?error=access_denied&iss=https%3A%2F%2Fas.example%2F", false, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb?error=access_denied&iss=HTTPS%3A%2F%2Fas.example", false, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb?error=access_denied&iss=https%3A%2F%2Fas.example&iss=https%3A%2F%2Fevil.example", false, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb?iss=https%3A%2F%2Fevil.example#error=access_denied", false, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb#error=access_denied&iss=https%3A%2F%2Fevil.example", false, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb?code=abc&state=s&iss=https%3A%2F%2Fevil.example", false, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb?code=abc&state=s&iss=https%3A%2F%2Fas.example", true, LinkErrorUnreadable.NoError)]
    [InlineData("/cb?code=abc&state=s", true, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb?error=access_denied", true, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb?error=access_denied&iss=", true, LinkErrorUnreadable.WrongIssuer)]
    [InlineData("/cb#error=access_denied&iss=https%3A%2F%2Fas.example", true, null)]
    [InlineData("/cb", true, LinkErrorUnreadable.NoError)]
    public void Callback_WithAnIssuer_IsReadOnlyFromTheExpectedOne(string url, bool isRequired, LinkErrorUnreadable? unreadable)
    {
        LinkErrorReader reader = new(new LinkErrorReaderOptions { ExpectedIssuer = Expected, RequireIssuer = isRequired });

        reader.ReadCallback(url).Unreadable.Should().Be(unreadable);
        reader.ReadResponse(302, [KeyValuePair.Create("Location", url)]).Unreadable.Should().Be(unreadable);
    }

    [Fact]
    public void Form_OfAnotherIssuer_IsUnreadableWithoutAWordOfThePeer()
    {
        LinkErrorReading reading = new LinkErrorReader(new LinkErrorReaderOptions { ExpectedIssuer = Expected }).ReadParameters("error=access_denied&iss=https%3A%2F%2Fevil.example");

        reading.Unreadable.Should().Be(LinkErrorUnreadable.WrongIssuer);
        reading.Reason.Should().Contain("ExpectedIssuer").And.NotContain("evil");
    }

    [Fact]
    public void Callback_OfAnyIssuer_IsReadWhereNoneIsExpected() =>
        new LinkErrorReader().ReadCallback("/cb?error=access_denied&iss=x").Error!.Origin!.Issuer.Should().Be("x");

    [Fact]
    public void ExpectedIssuer_ThatIsEmpty_IsRefused() =>
        FluentActions.Invoking(() => new LinkErrorReaderOptions { ExpectedIssuer = "" }).Should().Throw<ArgumentException>().WithMessage("*ExpectedIssuer*");

    // RFC 9457 §3.1.1: the type identifies the problem.
    [Theory]
    [InlineData("urn:example:no-credit")]
    [InlineData("https://e.example/p/no-credit")]
    public void Codes_OfAProblemType_Map(string type)
    {
        LinkErrorReaderOptions options = new();
        options.Codes[type] = LinkErrorCodes.ProviderCredentialError;

        new LinkErrorReader(options).ReadResponse(403, [KeyValuePair.Create("Content-Type", "application/problem+json")], $$"""{"type":"{{type}}","title":"No credit"}""")
            .Error!.Code.Should().Be("provider_credential_error");
    }

    [Fact]
    public void Codes_ThatAreNumbers_Map()
    {
        LinkErrorReaderOptions options = new();
        options.Codes["124"] = LinkErrorCodes.InvalidToken;

        new LinkErrorReader(options).ReadResponse(400, headers: null, """{"code":124,"message":"Old"}""").Error!.Code.Should().Be("invalid_token");
    }
}
