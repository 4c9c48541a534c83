using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class LinkErrorResponseTests
{
    [Fact]
    public void Response_OfStatusOnly_IsEmpty()
    {
        LinkErrorResponse response = new(401);

        response.StatusCode.Should().Be(401);
        response.Body.Should().BeNull();
        response.Challenges.Should().BeEmpty();
        response.GetHeader("WWW-Authenticate").Should().BeEmpty();
        response.GetMember("error").Should().BeNull();
        response.GetText("error").Should().BeNull();
    }

    // RFC 9110 §5.1, §5.3: field names ignore case, and a field may come in several lines.
    [Fact]
    public void Headers_OfSeveralLines_AreReadInOrder()
    {
        LinkErrorResponse response = new(401,
        [
            KeyValuePair.Create("www-authenticate", "Basic realm=\"a\", Digest x=y"),
            KeyValuePair.Create("Retry-After", "3"),
            KeyValuePair.Create("WWW-Authenticate", "Bearer error=\"invalid_token\""),
        ]);

        response.GetHeader("WWW-AUTHENTICATE").Should().HaveCount(2);
        response.Challenges.Select(challenge => challenge.Scheme).Should().Equal("Basic", "Digest", "Bearer");
    }

    [Theory]
    [InlineData("""{"error":"x"}""", "x")]
    [InlineData("""{"error":""}""", null)]
    [InlineData("""{"error":null}""", null)]
    [InlineData("""{"error":1}""", null)]
    [InlineData("""{"error":{"message":"x"}}""", null)]
    [InlineData("""{"error":["x"]}""", null)]
    [InlineData("""{"Error":"x"}""", null)]
    [InlineData("""["error","x"]""", null)]
    [InlineData("\"error\"", null)]
    [InlineData("null", null)]

    // RFC 8259 §8.2: JSON may spell half a surrogate pair, and System.Text.Json throws at the first look at it.
    [InlineData("""{"error":"a\ud800"}""", "a\uFFFD")]
    [InlineData("""{"error":"\uDC00\uD800b"}""", "\uFFFD\uFFFDb")]
    [InlineData("""{"error":"\ud83d\ude00"}""", "\U0001F600")]
    [InlineData("""{"error":"\\ud800 \u0065\"\\"}""", "\\ud800 e\"\\")]
    [InlineData("""{"error":"a234\\\\u, \ud800"}""", "a234\\\\u, \uFFFD")]
    [InlineData("""{"\ud800":"y","error":"x"}""", "x")]
    public void GetText_OfMember_IsItsTextOrNull(string body, string? text) =>
        new LinkErrorResponse(400, null, JsonElement.Parse(body)).GetText("error").Should().Be(text);

    [Fact]
    public void GetMember_OfNull_IsAbsent()
    {
        LinkErrorResponse response = new(400, null, JsonElement.Parse("""{"a":null,"b":[]}"""));

        response.GetMember("a").Should().BeNull();
        response.GetMember("b")!.Value.ValueKind.Should().Be(JsonValueKind.Array);
    }

    // RFC 3629: neither does it look at the bytes of a text before somebody reads it.
    [Fact]
    public void GetText_OfBytesThatAreNoUtf8_ReplacesThem()
    {
        byte[] body = [.. "{\"error\":\"a"u8, 0xFF, .. "\"}"u8];

        new LinkErrorResponse(400, null, JsonElement.Parse(body)).GetText("error").Should().Be("a\uFFFD");
    }

    [Fact]
    public void Body_Undefined_IsNone() => new LinkErrorResponse(400, null, default(JsonElement)).Body.Should().BeNull();

    // A body that some options read and others would not: the repair must read it as well.
    [Fact]
    public void Body_OfLenientParser_IsReadAgain()
    {
        string nested = new string('[', 100) + new string(']', 100);
        JsonElement body = JsonElement.Parse(
            $$"""{"error":"\ud800", /* why not */ "deep":{{nested}},}""",
            new JsonDocumentOptions { MaxDepth = 200, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });

        new LinkErrorResponse(400, null, body).GetText("error").Should().Be("\uFFFD");
    }

    // RFC 6750 §3: of several challenges the one that names an error counts.
    [Fact]
    public void Challenge_WithoutAValueForItsError_IsPassedOver() =>
        Wire.Read("oauth", 401, "{}", ("WWW-Authenticate", "Bearer error=\"\", DPoP error=\"invalid_token\""))!.Origin!.WireCode.Should().Be("invalid_token");

    // RFC 8259 §4: names should be unique. Of two that are not, both are noticed.
    [Theory]
    [InlineData("""{"error":"a","error":"b","z":1,"z":2}""")]
    [InlineData("""{"z":1,"z":2,"error":"a","error":"b"}""")]
    [InlineData("""{"error":"a","err\u006fr":"b"}""")]
    [InlineData("""{"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"error":"a","error":"b"}""")]
    [InlineData("""{"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"error":"a","error":"b"}""")]
    public void Name_ThatIsThereTwice_IsAmbiguous(string body) =>
        LinkErrorRecognition.ReadResponse(new LinkErrorResponse(400, null, JsonElement.Parse(body)), LinkErrorCatalog.Default).Unreadable.Should().Be(LinkErrorUnreadable.Ambiguous);

    [Theory]
    [InlineData("""{"error":"a","b":1,"c":2}""")]
    [InlineData("""{"error":"a","erro\u0072s":"b"}""")]
    [InlineData("""{"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,"error":"a"}""")]
    public void Names_ThatDiffer_AreNotAmbiguous(string body) =>
        LinkErrorRecognition.ReadResponse(new LinkErrorResponse(400, null, JsonElement.Parse(body)), LinkErrorCatalog.Default).Error!.Origin!.WireCode.Should().Be("a");

    [Theory]
    [InlineData("X-Request-Id")]
    [InlineData("request-id")]
    [InlineData("X-Correlation-ID")]
    [InlineData("x-fb-trace-id")]
    public void RequestId_UnderAnyOfItsNames_IsKept(string name) =>
        new LinkErrorReader().ReadResponse(400, [KeyValuePair.Create("X-Other", "no"), KeyValuePair.Create(name, "r-7")], """{"error":"a"}""").Error!.Origin!.RequestId.Should().Be("r-7");
}
