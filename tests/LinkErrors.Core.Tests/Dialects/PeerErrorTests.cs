using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>What nobody agreed on: codes of a newer peer, of a broken one, and callbacks that are no errors.</summary>
public sealed class PeerErrorTests
{
    private static readonly Dictionary<string, (string Query, string Body)> Shapes = new(StringComparer.Ordinal)
    {
        ["junction"] = ("?state=error&error_type={0}&error={1}", """{"state":"error","error_type":{0},"error":{1}}"""),
        ["orcidlink"] = ("?code={0}&title=A%20title&message={1}", """{"code":{0},"title":"A title","message":{1}}"""),
        ["zapier"] = ("?error={0}&error_description={1}", """{"error":{0},"error_description":{1}}"""),
        ["centralauth"] = ("?error={0}&error_description={1}", """{"errorCode":{0},"message":{1}}"""),
        ["loop"] = ("?error={0}&error_description={1}", """{"error":{0},"error_description":{1}}"""),
        ["oauth"] = ("?error={0}&error_description={1}", """{"error":{0},"error_description":{1}}"""),
        ["problem-details"] = ("?error={0}&error_description={1}", """{"code":{0},"detail":{1}}"""),
    };

    public static TheoryData<string> Dialects { get; } = [.. Wire.DialectNames];

    [Fact]
    public void Shapes_OfEveryDialect_AreThere() => Shapes.Keys.Should().Equal(Wire.DialectNames);

    // Junction says it for everybody: the list is not exhaustive, and a reader handles what it does not know.
    [Theory]
    [MemberData(nameof(Dialects))]
    public void UnknownCode_OfUsualLetters_IsReadWithoutLoss(string name)
    {
        const string Text = " Something \"new\" \\ naïve\r\n";
        foreach (string wireCode in (string[])["some_future_code", "x", "Vendor-Code.2"])
        {
            foreach (LinkError error in ReadBoth(name, wireCode, Text))
            {
                error.Code.Should().Be(wireCode);
                error.Message.Should().Be(Text);
                error.Origin.Should().Be(new LinkErrorOrigin(name, wireCode, Text));
                error.ToException().Should().BeOfType<LinkException>().Which.Message.Should().StartWith(wireCode);
            }
        }
    }

    [Fact]
    public void UnknownCode_OfCentralAuth_IsReadInSnakeCase()
    {
        foreach (LinkError error in ReadBoth("centralauth", "someFutureCode", "x"))
        {
            error.Code.Should().Be("some_future_code");
            error.Origin!.WireCode.Should().Be("someFutureCode");
            error.Should().Match<LinkError>(read => LinkErrorDialects.CentralAuth.GetWireCode(read.Definition) == "someFutureCode");
        }
    }

    // A code that no catalog could hold becomes generic, and what the peer said is kept letter for letter.
    [Theory]
    [MemberData(nameof(Dialects))]
    public void ImpossibleCode_OfAPeer_IsGenericWithItsOrigin(string name)
    {
        foreach (string wireCode in (string[])["not a code", "ünïcode", "a\r\nb", "a/b?c&d=e#f", "<script>", " ", new string('x', 101)])
        {
            foreach (LinkError error in ReadBoth(name, wireCode, "Text"))
            {
                error.Code.Should().Be("generic_error", "{0} reads it", name);
                error.Message.Should().Be("Text");
                error.Origin.Should().Be(new LinkErrorOrigin(name, wireCode, "Text"));
            }
        }
    }

    // A code of another dialect is no code of this one's table: it is kept as it is.
    [Fact]
    public void ForeignCode_OfAPeer_IsNotTranslated()
    {
        ReadBoth("oauth", "token_expired", "x").Should().OnlyContain(error => error.Code == "token_expired");
        ReadBoth("junction", "link.orcid_error", "x").Should().OnlyContain(error => error.Code == "link.orcid_error");
        ReadBoth("orcidlink", "tokenInvalid", "x").Should().OnlyContain(error => error.Code == "tokenInvalid");
        ReadBoth("centralauth", "invalidToken", "x").Should().OnlyContain(error => error.Code == "invalid_token", "it is invalid_token in camel case");
    }

    // RFC 6749 §4.1.2: the success callback.
    [Theory]
    [MemberData(nameof(Dialects))]
    public void SuccessCallback_OfAnyFlow_IsNoError(string name)
    {
        foreach (string query in (string[])["?code=abc&state=xyz", "?code=abc", "?state=success", "?state=success&code=abc&iss=https%3A%2F%2Fissuer.example", "#access_token=x&token_type=bearer&state=xyz", "?", ""])
        {
            Wire.Read(name, query).Should().BeNull("{0} is no error", query);
        }
    }

    // RFC 6749 §5.1: the token response, and bodies that say nothing.
    [Theory]
    [MemberData(nameof(Dialects))]
    public void SuccessResponse_OfAnyEndpoint_IsNoError(string name)
    {
        foreach (string body in (string[])["""{"access_token":"x","token_type":"Bearer","expires_in":3600,"scope":"a"}""", """{"state":"success"}""", "{}", "[]", "null", "true", "0", "\"x\""])
        {
            Wire.Read(name, 200, body).Should().BeNull("{0} is no error", body);
        }

        Wire.Dialect(name).ReadResponse(new LinkErrorResponse(500), LinkErrorCatalog.Default).Should().BeNull("there is no body");
    }

    // A member of an unexpected kind is as good as absent; the reader does not throw.
    [Theory]
    [MemberData(nameof(Dialects))]
    public void Members_OfOtherKinds_AreNotRead(string name)
    {
        (_, string body) = Shapes[name];
        foreach (string value in (string[])["1", "true", "null", "[\"x\"]", "{\"x\":\"y\"}", "\"\""])
        {
            string json = Fill(body, value, value);
            LinkError? error = FluentActions.Invoking(() => Wire.Read(name, 400, json)).Should().NotThrow().Subject;
            error.Should().BeNull("{0} names no code and no text", json);
        }
    }

    private static LinkError[] ReadBoth(string name, string wireCode, string text)
    {
        (string query, string body) = Shapes[name];
        return
        [
            Wire.Read(name, Fill(query, Uri.EscapeDataString(wireCode), Uri.EscapeDataString(text)))!,
            Wire.Read(name, 400, Fill(body, JsonSerializer.Serialize(wireCode), JsonSerializer.Serialize(text)))!,
        ];
    }

    private static string Fill(string shape, string code, string text) =>
        shape.Replace("{0}", code, StringComparison.Ordinal).Replace("{1}", text, StringComparison.Ordinal);
}
