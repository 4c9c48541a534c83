using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class OrcidLinkDialectTests
{
    // ORCID Link, "Interactive Errors" and "Error Catalog"; the statuses of its API. Other codes pass as they are.
    public static TheoryData<string, string, int> Codes { get; } = new()
    {
        { "link.orcid_error", "provider_error", 502 },
        { "link.code_missing", "callback_code_missing", 400 },
        { "link.state_missing", "callback_state_missing", 400 },
        { "link.session_id_missing", "session_id_missing", 500 },
        { "linking_session.wrong_state", "callback_state_invalid", 400 },
        { "orcid-invalid-token", "provider_token_rejected", 400 },
        { "invalidToken", "invalid_token", 401 },
        { "requestParametersInvalid", "invalid_request", 422 },
        { "notFound", "not_found", 404 },
        { "internalServerError", "server_error", 500 },
        { "link_token_expired", "link_token_expired", 400 },
        { "user_cancelled", "user_cancelled", 403 },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Parameters_OfCode_AreCodeTitleAndMessage(string wireCode, string code, int status)
    {
        LinkError error = Wire.Error(code) with { Title = "A fine title", Message = "What happened", State = "xyz", StatusCode = status };

        Wire.Parameters(LinkErrorDialects.OrcidLink, error).Should().Equal($"code={wireCode}", "title=A fine title", "message=What happened");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Json_OfCode_IsTheSameWithItsStatus(string wireCode, string code, int status)
    {
        LinkError error = Wire.Error(code) with { Title = "A fine title", Message = "What happened", State = "xyz" };

        Wire.Body(LinkErrorDialects.OrcidLink, error).Should().Be($$"""{"code":"{{wireCode}}","title":"A fine title","message":"What happened"}""");
        LinkErrorDialects.OrcidLink.GetStatusCode(error, LinkErrorWriteContext.Default).Should().Be(status);
        LinkErrorDialects.OrcidLink.GetWireCode(error.Definition).Should().Be(wireCode);
        Wire.Headers(LinkErrorDialects.OrcidLink, error).Should().Equal(status == 401 ? ["WWW-Authenticate: Bearer realm=\"link\""] : []);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Reader_OfWireCode_FindsTheCanonicalOne(string wireCode, string code, int status)
    {
        Wire.Read("orcidlink", $"?code={wireCode}&title=A%20title&message=Text")!.Code.Should().Be(code);
        LinkError error = Wire.Read("orcidlink", status, $$"""{"code":"{{wireCode}}","title":"A title","message":"Text"}""")!;
        error.Should().BeEquivalentTo(new { Code = code, Title = "A title", Message = "Text", StatusCode = status });
        error.Origin.Should().Be(new LinkErrorOrigin("orcidlink", wireCode, "Text"));
    }

    // ORCID Link: the titles and messages that it fixes.
    [Theory]
    [InlineData("callback_code_missing", "Linking code missing", "The 'code' query param is required but missing")]
    [InlineData("callback_state_missing", "Linking state missing", "The 'state' query param is required but missing")]
    [InlineData("session_id_missing", "Linking Error", "The 'session_id' was not provided in the 'state' query param")]
    public void Texts_OfFixedCode_AreThoseOfTheSystem(string code, string title, string message)
    {
        Wire.Parameters(LinkErrorDialects.OrcidLink, Wire.Error(code)).Skip(1).Should().Equal($"title={title}", $"message={message}");
        Wire.Parameters(LinkErrorDialects.OrcidLink, Wire.Error(code) with { Message = "Own text" }).Skip(1).Should().Equal($"title={title}", "message=Own text");
    }

    // The message of an error at ORCID varies: it is the provider's own.
    [Fact]
    public void Texts_OfProviderError_HaveTheTitleOfTheSystem() =>
        Wire.Parameters(LinkErrorDialects.OrcidLink, Wire.Error("provider_error") with { Message = "ORCID said no" })
            .Should().Equal("code=link.orcid_error", "title=ORCID Error Linking", "message=ORCID said no");

    // A title has 5 to 50 characters; one that does not gives way.
    [Theory]
    [InlineData("No", "Linking cancelled")]
    [InlineData("", "Linking cancelled")]
    [InlineData("Stop!", "Stop!")]
    [InlineData("12345678901234567890123456789012345678901234567890", "12345678901234567890123456789012345678901234567890")]
    [InlineData("123456789012345678901234567890123456789012345678901", "Linking cancelled")]
    public void Title_OfAnyLength_FitsTheRule(string title, string sent) =>
        Wire.Parameters(LinkErrorDialects.OrcidLink, Wire.Error("user_cancelled") with { Title = title })[1].Should().Be($"title={sent}");

    // ORCID Link: data is arbitrary JSON, and left out when there is none.
    [Theory]
    [InlineData("""{"a":[1,{"b":null}]}""")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("0")]
    public void Data_OfAnyJson_IsCarriedBothWays(string data)
    {
        LinkError error = Wire.Error("not_found") with { Data = JsonElement.Parse(data) };

        Wire.Body(LinkErrorDialects.OrcidLink, error).Should().EndWith($$""","data":{{data}}}""");
        LinkError read = LinkErrorDialects.OrcidLink.ReadResponse(Wire.Response(LinkErrorDialects.OrcidLink, error), LinkErrorCatalog.Default)!;
        read.Data!.Value.GetRawText().Should().Be(data);
    }

    [Fact]
    public void DebugDetails_BesideData_AreAddedToIt()
    {
        LinkError error = Wire.Error("not_found") with { Data = JsonElement.Parse("""{"id":1,"exception":"mine"}""") };
        LinkErrorWriteContext context = new() { DebugDetails = new LinkErrorDebugDetails("E", ["at A()"]) };

        JsonElement.Parse(Wire.Body(LinkErrorDialects.OrcidLink, error, context)).GetProperty("data").GetRawText()
            .Should().Be("""{"id":1,"exception":"E","traceback":["at A()"]}""");
    }

    // An explicit status is the application's; 422 replaces the 400 of invalid_request only.
    [Theory]
    [InlineData("invalid_request", 400, 422)]
    [InlineData("invalid_request", 413, 413)]
    [InlineData("invalid_grant", 400, 400)]
    public void StatusCode_OfError_IsTheErrorsOwn(string code, int status, int sent) =>
        LinkErrorDialects.OrcidLink.GetStatusCode(Wire.Error(code) with { StatusCode = status }, LinkErrorWriteContext.Default).Should().Be(sent);

    // A success callback of OAuth has a code too.
    [Theory]
    [InlineData("?code=abc&state=xyz")]
    [InlineData("?code=link.code_missing")]
    [InlineData("?title=x&message=y")]
    public void Reader_OfOtherParameters_ReadsNothing(string query) => Wire.Read("orcidlink", query).Should().BeNull();

    [Fact]
    public void Reader_OfCodeAndTitle_IsEnough() =>
        Wire.Read("orcidlink", "?code=notFound&title=Gone%20away")!.Should().BeEquivalentTo(new { Code = "not_found", Title = "Gone away", Message = "The resource was not found.", Data = (JsonElement?)null });
}
