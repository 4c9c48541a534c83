using System.Text.Json;
using LinkErrors.Dialects;
using Links;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>Who is asked first, and what is ambiguous.</summary>
public sealed class LinkErrorRecognitionTests
{
    private static readonly LinkErrorCatalog Catalog = LinkErrorCatalog.Default;

    [Fact]
    public void Message_WithoutAnError_SaysWhoLookedForOne()
    {
        LinkErrorRecognition.ReadParameters([], Catalog).Reason.Should().Be("It carries no error of a dialect that is known.");
        LinkErrorRecognition.ReadParameters([], Catalog, LinkErrorDialects.Loop).Reason.Should().Be("It carries no error of the dialect loop.");
        LinkErrorRecognition.ReadResponse(new LinkErrorResponse(400), Catalog).ToString().Should().Be("NoError: It carries no error of a dialect that is known.");
    }

    // RFC 6749 §3.1: parameters must not be included more than once. A name is said, for it is none of the peer's words.
    [Fact]
    public void Message_WithAValueTwice_SaysWhich()
    {
        LinkErrorRecognition.ReadParameters(LinkErrorParameters.Parse("?error=a&error=b"), Catalog).Reason.Should().Be("The parameter error is there more than once.");
        LinkErrorRecognition.ReadResponse(Response("""{"error":"a","error":"b","x":1,"x":2}"""), Catalog).Reason.Should().Be("The member error is there more than once.");
    }

    // Only what the dialect that found the error looked at must be there once.
    [Fact]
    public void Parameter_ThatAnotherDialectLookedAt_MayBeThereTwice() =>
        LinkErrorRecognition.ReadParameters(LinkErrorParameters.Parse("?text=1&text=2&error=access_denied"), Catalog, custom: [new AcmeDialect()]).Error!.Code.Should().Be("access_denied");

    // RFC 6750 §3: where a challenge names the error, a dialect of the application's own must be certain to go before it.
    [Theory]
    [InlineData(LinkErrorMatch.Certain, "custom")]
    [InlineData(LinkErrorMatch.Possible, "oauth")]
    [InlineData(LinkErrorMatch.None, "oauth")]
    public void CustomDialect_BesideAChallenge_GoesFirstWhereItIsCertain(LinkErrorMatch match, string dialect)
    {
        LinkErrorResponse response = new(401, [KeyValuePair.Create("WWW-Authenticate", "Bearer error=\"invalid_token\"")], JsonElement.Parse("{}"));

        LinkErrorRecognition.ReadResponse(response, Catalog, custom: [new CustomDialect(match)]).Error!.Origin!.Dialect.Should().Be(dialect);
    }

    [Theory]
    [InlineData(LinkErrorMatch.Certain, "custom")]
    [InlineData(LinkErrorMatch.Possible, "custom")]
    [InlineData(LinkErrorMatch.None, "oauth")]
    public void CustomDialect_WithoutAChallenge_GoesFirst(LinkErrorMatch match, string dialect) =>
        LinkErrorRecognition.ReadResponse(Response("""{"error":"invalid_grant"}"""), Catalog, custom: [new CustomDialect(match)]).Error!.Origin!.Dialect.Should().Be(dialect);

    // What only one system sends makes it certain; what several send, possible.
    [Theory]
    [InlineData("junction", """{"state":"error"}""", 200, LinkErrorMatch.Certain)]
    [InlineData("junction", """{"state":"success"}""", 200, LinkErrorMatch.None)]
    [InlineData("junction", """{"error_type":"x"}""", 400, LinkErrorMatch.None)]
    [InlineData("centralauth", """{"errorCode":"ok","message":"OK"}""", 200, LinkErrorMatch.None)]
    [InlineData("centralauth", """{"errorCode":"sessionExpired","message":"x"}""", 401, LinkErrorMatch.Certain)]
    [InlineData("centralauth", """{"errorCode":"sessionExpired"}""", 401, LinkErrorMatch.None)]
    [InlineData("centralauth", """{"message":"x"}""", 400, LinkErrorMatch.None)]
    [InlineData("orcidlink", """{"title":"x"}""", 399, LinkErrorMatch.None)]
    [InlineData("orcidlink", """{"title":"x"}""", 400, LinkErrorMatch.Possible)]
    [InlineData("zapier", """{"error":"invalid_request","error_description":"Invalid app"}""", 400, LinkErrorMatch.Certain)]
    [InlineData("zapier", """{"error":"invalid_request","error_description":"x"}""", 400, LinkErrorMatch.None)]
    [InlineData("problem-details", """{"detail":"x"}""", 400, LinkErrorMatch.Possible)]
    [InlineData("problem-details", """{"detail":"x"}""", 399, LinkErrorMatch.None)]
    [InlineData("problem-details", """{"title":"x"}""", 400, LinkErrorMatch.None)]
    [InlineData("problem-details", """{"title":"x","status":400}""", 400, LinkErrorMatch.Possible)]
    [InlineData("problem-details", """{"title":"x","type":"y"}""", 400, LinkErrorMatch.Possible)]
    public void Dialect_OfTheLibrary_KnowsItsOwn(string dialect, string body, int status, LinkErrorMatch match) =>
        Wire.Dialect(dialect).Recognize(Response(body, status), Catalog).Should().Be(match);

    // RFC 9457 §6.1, except where the body names no error and a challenge does.
    [Theory]
    [InlineData("{}", "", LinkErrorMatch.Certain)]
    [InlineData("""{"code":"x"}""", "Bearer error=\"y\"", LinkErrorMatch.Certain)]
    [InlineData("""{"title":"x"}""", "Bearer error=\"y\"", LinkErrorMatch.Possible)]
    [InlineData("""{"title":"x"}""", "Bearer realm=\"y\"", LinkErrorMatch.Certain)]
    public void Problem_ByItsMediaType_IsCertain(string body, string challenge, LinkErrorMatch match) =>
        LinkErrorDialects.ProblemDetails.Recognize(
            new LinkErrorResponse(401, [KeyValuePair.Create("Content-Type", "application/problem+json; charset=utf-8"), KeyValuePair.Create("WWW-Authenticate", challenge)], JsonElement.Parse(body)),
            Catalog).Should().Be(match);

    private static LinkErrorResponse Response(string body, int status = 400) => new(status, headers: null, JsonElement.Parse(body));

    private sealed class CustomDialect(LinkErrorMatch match) : LinkErrorDialectReader
    {
        public override string Name => "custom";

        public override LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) => match;

        public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) => CreateError(catalog, LinkErrorCodes.Conflict, null, null);
    }
}
