using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>Errors of nobody's format: the text and the code are where many put theirs, nearest to the root.</summary>
public sealed class UnknownDialectTests
{
    [Theory]
    [InlineData("message")]
    [InlineData("error_description")]
    [InlineData("description")]
    [InlineData("detail")]
    [InlineData("errorMessage")]
    [InlineData("errorSummary")]
    [InlineData("errmsg")]
    [InlineData("msg")]
    [InlineData("user_message")]
    [InlineData("developer-message")]
    [InlineData("error_detail")]
    [InlineData("faultstring")]
    [InlineData("text")]
    [InlineData("reason")]
    [InlineData("errorMessages")]
    [InlineData("errors")]
    [InlineData("title")]
    [InlineData("error")]
    public void Text_UnderANameThatManyUse_IsRead(string name) =>
        Read($$$"""{"outer":{"{{{name}}}":"Not today."}}""").Should().Be(new LinkErrorOrigin("unknown", wireCode: null, "Not today."));

    [Theory]
    [InlineData("code")]
    [InlineData("error_code")]
    [InlineData("errcode")]
    [InlineData("errorType")]
    [InlineData("error")]
    [InlineData("status")]
    [InlineData("type")]
    [InlineData(".tag")]
    public void Code_UnderANameThatManyUse_IsRead(string name) =>
        Read($$$"""{"outer":{"{{{name}}}":"E-17","message":"Not today."}}""").Should().Be(new LinkErrorOrigin("unknown", "E-17", "Not today."));

    [Theory]

    // A code is a word; the status, or the word that this is an error, is none.
    [InlineData("""{"o":{"code":"two words","msg":"m"}}""", null, "m")]
    [InlineData("""{"o":{"code":418,"msg":"m"}}""", null, "m")]
    [InlineData("""{"o":{"status":"error","msg":"m"}}""", null, "m")]
    [InlineData("""{"o":{"code":17,"msg":"m"}}""", "17", "m")]

    // The more telling name first, whatever the order; of two that are alike the first.
    [InlineData("""{"o":{"title":"t","message":"m"}}""", null, "m")]
    [InlineData("""{"o":{"errorMessage":"first","error_message":"second"}}""", null, "first")]

    // Capitals are other names, but for the humps of a name that begins small.
    [InlineData("""{"o":{"Message":"M","title":"t"}}""", null, "t")]
    [InlineData("""{"o":{"":"x","msg":"m"}}""", null, "m")]

    // The nearest to the root; a list counts by its first text.
    [InlineData("""{"o":{"p":{"message":"deeper"},"title":"nearer"}}""", null, "nearer")]
    [InlineData("""{"a":{"b":{"c":{"msg":"m"}}}}""", null, "m")]
    [InlineData("""{"o":[{"msg":"m"}]}""", null, "m")]
    [InlineData("""{"o":{"errors":["First.","Second."],"title":"t"}}""", null, "First.")]
    [InlineData("""{"o":{"errors":[],"title":"t"}}""", null, "t")]
    [InlineData("""{"o":{"errors":[1],"title":"t"}}""", null, "t")]
    [InlineData("""{"o":{"errors":["","x"],"title":"t"}}""", null, "t")]

    // Either of the two is enough.
    [InlineData("""{"o":{"code":"E-17"}}""", "E-17", null)]
    public void Value_OfSeveral_IsTheNearestAndMostTelling(string body, string? wireCode, string? text) => Read(body).Should().Be(new LinkErrorOrigin("unknown", wireCode, text));

    [Theory]
    [InlineData("""{"a":{"b":{"c":{"d":{"msg":"m"}}}}}""")]
    [InlineData("""{"o":{"thing":"x"}}""")]
    [InlineData("""["msg"]""")]
    [InlineData("\"msg\"")]
    [InlineData("""{"message":"a","message":"b"}""")]
    public void Body_WithoutEither_IsNoError(string body) => Read(body).Should().BeNull();

    // The status names the error, unless the code is one of the catalog.
    [Theory]
    [InlineData(429, "E-17", "rate_limited")]
    [InlineData(429, "session_expired", "session_expired")]
    [InlineData(418, "E-17", "generic_error")]
    public void Code_OfTheCatalog_NamesTheError(int status, string wireCode, string code) =>
        new LinkErrorReader().ReadResponse(status, headers: null, $$$"""{"o":{"code":"{{{wireCode}}}"}}""").Error!.Code.Should().Be(code);

    private static LinkErrorOrigin? Read(string body) => new LinkErrorReader().ReadResponse(418, headers: null, body).Error?.Origin;
}
