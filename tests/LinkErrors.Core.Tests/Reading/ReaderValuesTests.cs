using System.Text;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using Links;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>What is read beside the code: delays, links, texts, and bodies in any encoding.</summary>
public sealed class ReaderValuesTests
{
    private const string Json = """{"error":"invalid_grant","error_description":"naïve"}""";

    public static TheoryData<string?, byte[], string> Encodings { get; } = new()
    {
        { null, Encoding.UTF8.GetBytes(Json), "naïve" },
        { "application/json; charset=utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json)], "naïve" },
        { "application/json; charset=latin1", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json)], "naïve" },
        { null, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Json)], "naïve" },
        { null, [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Json)], "naïve" },
        { null, [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Json)], "naïve" },
        { null, Encoding.Unicode.GetBytes(Json), "naïve" },
        { null, Encoding.BigEndianUnicode.GetBytes(Json), "naïve" },
        { null, Encoding.UTF32.GetBytes(Json), "naïve" },
        { "application/json; charset=utf-16", Encoding.Unicode.GetBytes(Json), "naïve" },
        { "application/json; charset=\"UTF-16BE\"", Encoding.BigEndianUnicode.GetBytes(Json), "naïve" },
        { "application/json;charset=ISO-8859-1", Encoding.Latin1.GetBytes(Json), "naïve" },
        { "application/json; charset=utf-16", Encoding.UTF8.GetBytes(Json), "naïve" },
        { "application/json; charset=utf-16", Encoding.BigEndianUnicode.GetBytes(Json), "naïve" },
        { "application/json; charset=utf-32", Encoding.UTF32.GetBytes(Json), "naïve" },
        { "application/json; charset=latin1", Encoding.Unicode.GetBytes(Json), "naïve" },
        { "application/json; charset=WINDOWS-1252", Encoding.Latin1.GetBytes(Json), "naïve" },
        { "application/json; charset", Encoding.UTF8.GetBytes(Json), "naïve" },
        { "application/json; profile=latin1; charset=utf-8", Encoding.UTF8.GetBytes(Json), "naïve" },
        { "application/json; charset=klingon", Encoding.UTF8.GetBytes(Json), "naïve" },
        { "application/json; charset=utf-7", Encoding.UTF8.GetBytes(Json), "naïve" },
        { "application/json; charset=", Encoding.UTF8.GetBytes(Json), "naïve" },
        { null, Encoding.Latin1.GetBytes(Json), "na\uFFFDve" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Body_InAnyEncoding_IsRead(string? contentType, byte[] body, string text)
    {
        LinkErrorReading reading = new LinkErrorReader().ReadResponse(400, contentType is null ? null : [KeyValuePair.Create("content-type", contentType)], body);

        reading.Error!.Origin.Should().Be(new LinkErrorOrigin("oauth", "invalid_grant", text));
    }

    // RFC 9110 §10.2.3, against the clock of 2026-01-01.
    [Theory]
    [InlineData("30", 30)]
    [InlineData("0", 0)]
    [InlineData("Thu, 01 Jan 2026 00:00:45 GMT", 45)]
    [InlineData("Thursday, 01-Jan-26 00:00:45 GMT", 45)]
    [InlineData("Thu Jan  1 00:00:45 2026", 45)]
    [InlineData("Wed, 31 Dec 2025 23:59:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("1.5", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("", null)]
    public void RetryAfter_InSecondsOrAsADate_IsADelay(string value, int? seconds)
    {
        LinkErrorReader reader = new(new LinkErrorReaderOptions { TimeProvider = new ManualTime() });

        LinkError error = reader.ReadResponse(503, [KeyValuePair.Create("Retry-After", value)], """{"error":"temporarily_unavailable"}""").Error!;

        error.RetryAfter.Should().Be(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));
        error.IsTransient.Should().BeTrue();
    }

    [Theory]
    [InlineData("https://e.example/x#y", true)]
    [InlineData("http://e.example", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("ftp://e.example/", false)]
    [InlineData("//e.example/", false)]
    [InlineData("/relative", false)]
    [InlineData("https://", false)]
    public void HelpUri_ThatIsNoWebAddress_IsLeftOut(string uri, bool isKept)
    {
        LinkErrorReader reader = new();
        string? expected = isKept ? uri : null;

        reader.ReadCallback("/cb?error=access_denied&error_uri=" + Uri.EscapeDataString(uri)).Error!.HelpUri?.OriginalString.Should().Be(expected);
        reader.ReadResponse(400, null, $$"""{"error":"a","error_uri":"{{uri}}"}""").Error!.HelpUri?.OriginalString.Should().Be(expected);
        reader.ReadResponse(400, null, $$"""{"type":"{{uri}}","title":"t","status":400}""").Error!.HelpUri?.OriginalString.Should().Be(expected);
        (reader.ReadCallback("/cb?error=access_denied&error_uri=" + Uri.EscapeDataString(uri)).Error!.HelpUri is not null).Should().Be(isKept);
    }

    [Fact]
    public void Exception_OfAKnownCode_IsTyped()
    {
        new LinkErrorReader().ReadCallback("/cb?state=error&error_type=token_expired&error=x").Error!.ToException(debugMessage: "d")
            .Should().BeOfType<LinkTokenExpiredException>().Which.DebugMessage.Should().Be("d");
    }

    [Fact]
    public void Exception_OfAnUnknownCode_LosesNothing()
    {
        LinkException exception = new LinkErrorReader().ReadResponse(418, null, """{"error":"sub/code 7","error_description":"Why"}""").Error!.ToException();

        exception.Should().Match<LinkException>(read => read.Code == "generic_error" && read.PublicMessage == "Why" && read.Error.StatusCode == 418);
        exception.Error.Origin.Should().Be(new LinkErrorOrigin("oauth", "sub/code 7", "Why"));
    }

    // The description, else the message, else prose that stands where the code belongs.
    [Theory]
    [InlineData("""{"error":"Unauthorized","message":"No"}""", "No")]
    [InlineData("""{"error":"Unauthorized","error_description":"Because","message":"No"}""", "Because")]
    [InlineData("""{"error":"Bad token: expired"}""", "Bad token: expired")]
    [InlineData("""{"message":"No"}""", "No")]
    public void Text_OfAServerThatKnowsNoCode_IsKept(string body, string text)
    {
        LinkError error = new LinkErrorReader().ReadResponse(401, null, body).Error!;

        error.Should().Match<LinkError>(read => read.Code == "invalid_token" && read.StatusCode == 401 && read.HasExplicitMessage);
        error.Message.Should().Be(text);
    }

    [Fact]
    public void CustomDialect_OfTheApplication_IsTriedFirst()
    {
        LinkErrorReaderOptions options = new();
        options.CustomDialects.Add(new AcmeDialect());
        LinkErrorReader reader = new(options);

        reader.ReadCallback("/cb?reason=TOKEN_OLD&text=x&state=s").Error!.Should().Match<LinkError>(error => error.Code == "link_token_expired" && error.State == "s");
        reader.ReadResponse(400, null, """{"reason":"TOKEN_OLD","error":"invalid_grant"}""").Error!.Origin!.Dialect.Should().Be("acme");
        reader.ReadResponse(400, null, """{"error":"invalid_grant"}""").Error!.Origin!.Dialect.Should().Be("oauth");
    }

    [Fact]
    public void Limit_OfTheReader_IsTheLongestThatIsRead()
    {
        LinkErrorReader reader = new(new LinkErrorReaderOptions { MaxLength = 20 });

        reader.ReadResponse(400, null, """{"error":"abcdefgh"}""").IsError.Should().BeTrue();
        reader.ReadResponse(400, null, """{"error":"abcdefghi"}""").Unreadable.Should().Be(LinkErrorUnreadable.TooLarge);
        reader.ReadResponse(400, null, """{"error":"abcdefghi"}"""u8).Unreadable.Should().Be(LinkErrorUnreadable.TooLarge);
        reader.ReadParameters("error=abcdefghijklmn").IsError.Should().BeTrue();
        reader.ReadParameters("error=abcdefghijklmno").Unreadable.Should().Be(LinkErrorUnreadable.TooLarge);
        reader.ReadResponse(401, [KeyValuePair.Create("WWW-Authenticate", "Bearer error=invalid_token")], new string(' ', 21)).Error!.Code.Should().Be("invalid_token");
    }
}
