using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>Which text survives where.</summary>
public sealed class WireTextTests
{
    private static readonly string[] OAuthText = ["zapier", "centralauth", "loop", "oauth", "problem-details"];

    private static readonly string LoneSurrogates = "a" + '\uD800' + "b" + '\uDC00';

    // RFC 6749 §4.1.2.1 and §5.2: error_description is %x20-21 / %x23-5B / %x5D-7E; what does not fit is replaced.
    public static TheoryData<string, string> Descriptions { get; } = new()
    {
        { "Token expired! #[]~", "Token expired! #[]~" },
        { "say \"hi\"", "say 'hi'" },
        { "C:\\temp", "C:/temp" },
        { "a\r\nb\tc", "a  b c" },
        { "a\0b\u007Fc", "a?b?c" },
        { "naïve für Łódź, straße", "naive fur Lodz, strasse" },
        { "\u201Ea\u201C \u2018b\u2019 \u00ABc\u00BB", "'a' 'b' 'c'" },
        { "a\u2013b\u2014c\u00A0d", "a-b-c d" },
        { "日本 a", "?? a" },

        // Letters that Unicode does not decompose are spelled; those that it does not know so are not sent.
        { "ß ẞ Æ æ Œ œ Ø ø Ł ł Ð đ Đ ð Þ þ ı", "ss SS AE ae OE oe O o L l D d D d Th th i" },
        { "\u00C0 \u00FF \u0100 \u017E \u1E00 \u1EF9", "A y A z A y" },
        { "a \u00BF \u00D7 \u024F \u0250 \u1DFF \u1EFF \u1F00", "a ? ? ? ? ? ? ?" },

        // Quotes, dashes and spaces of typography have a near one in ASCII.
        { "a \u2018b\u2019 \u201Ac\u201B \u201Cd\u201D \u201Ee\u00AB \u00BB", "a 'b' 'c? 'd' 'e' '" },
        { "a\u2010b\u2011c\u2012d\u2013e\u2014f\u2212g", "a-b-c-d-e-f-g" },

        // Where no letter is left, the definition's text says more.
        { "日本", "The request is malformed or lacks a required parameter." },
        { "\U0001F600", "The request is malformed or lacks a required parameter." },
    };

    public static TheoryData<string> DialectsOfOAuthText { get; } = [.. OAuthText];

    public static TheoryData<string> AllDialects { get; } = [.. Wire.DialectNames];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void ErrorDescription_OfAnyText_FitsTheGrammar(string message, string sent)
    {
        LinkError error = Wire.Error("invalid_request") with { Message = message };

        foreach (LinkErrorDialect dialect in OAuthText.Select(Wire.Dialect))
        {
            Wire.Parameters(dialect, error).Should().Contain($"error_description={sent}", "{0} sends it", dialect.Name);
        }

        foreach (string dialect in (string[])["zapier", "loop", "oauth"])
        {
            Wire.Response(Wire.Dialect(dialect), error).GetText("error_description").Should().Be(sent, "{0} sends it", dialect);
        }
    }

    [Theory]
    [MemberData(nameof(DialectsOfOAuthText))]
    public void ErrorDescription_OfEveryCharacter_FitsTheGrammar(string dialect)
    {
        LinkError error = Wire.Error("invalid_request") with { Message = string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)) };

        string sent = Wire.Received(Wire.Dialect(dialect), error).Find("error_description")!;

        sent.Length.Should().BeInRange(char.MaxValue + 1, char.MaxValue + 20, "some letters are spelled with two");
        sent.Should().Match(text => text.All(character => character >= ' ' && character <= '~' && character != '"' && character != '\\'));
    }

    // The prose of these is no OAuth parameter: it arrives as it was written.
    [Theory]
    [InlineData("junction", "error")]
    [InlineData("orcidlink", "message")]
    [InlineData("centralauth", "message")]
    [InlineData("problem-details", "detail")]
    public void Prose_InJson_ArrivesAsItWas(string dialect, string member)
    {
        const string Message = "say \"hi\" C:\\temp\r\n naïve 日本 \U0001F600 </script>";

        Wire.Response(Wire.Dialect(dialect), Wire.Error("invalid_request") with { Message = Message }).GetText(member).Should().Be(Message);
    }

    [Theory]
    [InlineData("junction", "error")]
    [InlineData("orcidlink", "message")]
    public void Prose_OnARedirect_ArrivesAsItWas(string dialect, string parameter)
    {
        const string Message = "say \"hi\" C:\\temp\r\n naïve 日本 \U0001F600 +%20&=#";

        Wire.Received(Wire.Dialect(dialect), Wire.Error("invalid_request") with { Message = Message }).Find(parameter).Should().Be(Message);
    }

    // Half a character must not become a blank 500 on its way out.
    [Theory]
    [MemberData(nameof(AllDialects))]
    public void Message_WithLoneSurrogates_IsWritten(string dialect)
    {
        LinkError error = Wire.Error("invalid_token") with { Message = LoneSurrogates };

        Wire.Parameters(Wire.Dialect(dialect), error).Should().NotBeEmpty();
        JsonElement body = JsonElement.Parse(Wire.Body(Wire.Dialect(dialect), error));
        body.EnumerateObject().Select(member => member.Value.ToString()).Should().Contain(text => text == "a\uFFFDb\uFFFD" || text == "a?b?");
    }

    // RFC 9110 §5.5, and what Kestrel refuses.
    [Theory]
    [MemberData(nameof(AllDialects))]
    public void Headers_OfHostileTexts_ArePrintableAscii(string dialect)
    {
        const string Hostile = "x\"\\\r\nSet-Cookie: a=b\0é\u2028";
        LinkErrorWriteContext context = new() { Realm = Hostile, CredentialScheme = "Bearer", Issuer = Hostile };
        string[] codes = ["invalid_token", "insufficient_scope", "invalid_client", "insufficient_user_authentication", "use_dpop_nonce"];
        int count = 0;
        foreach (string code in codes)
        {
            LinkError error = Wire.Error(code) with
            {
                Message = Hostile,
                Scopes = [Hostile],
                Data = JsonElement.Parse(JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["acr_values"] = Hostile, ["dpop_nonce"] = Hostile })),
                RetryAfter = TimeSpan.FromSeconds(1),
            };

            string[] headers = Wire.Headers(Wire.Dialect(dialect), error, context);
            count += headers.Length;
            headers.Should().OnlyContain(header => header.All(character => character >= ' ' && character <= '~'));
        }

        count.Should().BeGreaterThanOrEqualTo(codes.Length, "each of them has Retry-After at least");
    }

    // RFC 9110 §5.6.4: what is quoted stays inside its quotes.
    [Fact]
    public void Challenge_OfHostileRealm_IsReadBackAsOne()
    {
        LinkErrorWriteContext context = new() { Realm = "a\", error=\"x\\", CredentialScheme = "Bearer" };

        AuthenticationChallenge challenge = Wire.Response(LinkErrorDialects.OAuth, Wire.Error("invalid_token"), context).Challenges.Single();

        challenge.Parameters["realm"].Should().Be("a\", error=\"x\\");
        challenge.Parameters["error"].Should().Be("invalid_token");
    }

    // RFC 6749 §4.1.2.1: error_uri has no space, and neither quotes nor backslashes.
    [Fact]
    public void ErrorUri_OfAnyUri_FitsTheGrammar()
    {
        LinkError error = Wire.Error("invalid_request") with { HelpUri = new Uri("https://docs.example.org/é \"x\"\\y#z") };

        foreach (string dialect in (string[])["oauth", "loop", "problem-details"])
        {
            Wire.Received(Wire.Dialect(dialect), error).Find("error_uri").Should().StartWith("https://docs.example.org/").And.MatchRegex(@"^[\x21\x23-\x5B\x5D-\x7E]+$");
        }
    }

    [Fact]
    public void ErrorDescription_WithoutALetterThatFits_IsTheDefinitionsFilledFromTheData() =>
        Wire.Parameters(LinkErrorDialects.OAuth, new Exceptions.ProviderErrorException { Provider = "Fitbit", PublicMessage = "日本" }.Error)
            .Should().Contain("error_description=Fitbit reported an error.");

    // RFC 3986 §6: a URI that needs no change is sent letter for letter.
    [Theory]
    [InlineData("https://docs.example.org", "https://docs.example.org")]
    [InlineData("HTTPS://docs.example.org/%7ea", "HTTPS://docs.example.org/%7ea")]
    [InlineData("https://docs.example.org/é", "https://docs.example.org/%C3%A9")]
    public void ErrorUri_ThatFits_IsSentAsItWasWritten(string uri, string sent) =>
        Wire.Parameters(LinkErrorDialects.OAuth, Wire.Error("invalid_request") with { HelpUri = new Uri(uri) }).Should().Contain($"error_uri={sent}");
}
