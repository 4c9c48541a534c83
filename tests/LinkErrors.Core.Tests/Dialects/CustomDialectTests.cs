using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>What a dialect of somebody else gets from its base class.</summary>
public sealed class CustomDialectTests
{
    private static readonly PlainDialect Dialect = new();

    [Fact]
    public void Dialect_WithoutOverrides_HasTheDocumentedDefaults()
    {
        LinkError error = Wire.Error("not_found");

        Dialect.RedirectStatusCode.Should().Be(302);
        Dialect.ContentType.Should().Be("application/json");
        Dialect.ReadsStatus(400).Should().BeTrue();
        Dialect.ReadsStatus(200).Should().BeFalse();
        Dialect.GetWireCode(error.Definition).Should().Be("not_found");
        Dialect.GetStatusCode(error, LinkErrorWriteContext.Default).Should().Be(404);
        Dialect.GetStatusCode(error with { StatusCode = 410 }, LinkErrorWriteContext.Default).Should().Be(410);
        Dialect.ToString().Should().Be("plain");
        Wire.Body(Dialect, error).Should().Be("""{"failure":"not_found","text":"The resource was not found."}""");
    }

    // RFC 9110 §15.5.2: a 401 carries a challenge; §10.2.3: Retry-After.
    [Fact]
    public void Headers_WithoutOverrides_AreThoseOfHttp()
    {
        Wire.Headers(Dialect, Wire.Error("not_found")).Should().BeEmpty();
        Wire.Headers(Dialect, Wire.Error("invalid_token") with { RetryAfter = TimeSpan.FromSeconds(2) })
            .Should().Equal("Retry-After: 2", "WWW-Authenticate: Bearer realm=\"link\"");
    }

    // RFC 6749 §5.2: a client that could not be authenticated is challenged in the scheme that it used. RFC 9728 §5.1: only a
    // challenge for a token says where to get one.
    [Theory]
    [InlineData("invalid_client", "Basic", "Basic realm=\"api\"")]
    [InlineData("invalid_client", "DPoP", "DPoP realm=\"api\"")]
    [InlineData("invalid_client", null, "Bearer realm=\"api\"")]
    [InlineData("invalid_token", "Basic", "Bearer realm=\"api\", resource_metadata=\"https://api.example/m\"")]
    public void Challenge_WithoutOverrides_IsInTheSchemeOfTheClient(string code, string? scheme, string challenge)
    {
        LinkErrorWriteContext context = new() { CredentialScheme = scheme, Realm = "api", ResourceMetadata = "https://api.example/m" };

        foreach (LinkErrorDialect dialect in (LinkErrorDialect[])[Dialect, LinkErrorDialects.OrcidLink, LinkErrorDialects.CentralAuth])
        {
            Wire.Headers(dialect, Wire.Error(code), context).Should().Equal($"WWW-Authenticate: {challenge}");
        }
    }

    [Fact]
    public void Reader_WithTheHelpersOfTheBase_KeepsOriginStatusAndDelay()
    {
        LinkErrorResponse response = new(429, [KeyValuePair.Create("retry-after", "7")], JsonElement.Parse("""{"failure":"rate_limited","text":"slow"}"""));

        LinkError error = Dialect.ReadResponse(response, LinkErrorCatalog.Default)!;

        error.Definition.Should().BeSameAs(LinkErrorDefinitions.RateLimited);
        error.Origin.Should().Be(new LinkErrorOrigin("plain", "rate_limited", "slow"));
        error.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        error.StatusCode.Should().Be(429);
        Dialect.ReadResponse(new LinkErrorResponse(200), LinkErrorCatalog.Default).Should().BeNull();
    }

    [Fact]
    public void Dialect_ThatOnlyWrites_ReadsNothing()
    {
        WritingDialect dialect = new();

        Wire.Body(dialect, Wire.Error("not_found")).Should().Be("""{"failure":"not_found"}""");
        dialect.ReadParameters(LinkErrorParameters.Parse("?failure=not_found"), LinkErrorCatalog.Default).Should().BeNull();
        dialect.ReadResponse(new LinkErrorResponse(404, body: JsonElement.Parse("""{"failure":"not_found"}""")), LinkErrorCatalog.Default).Should().BeNull();
    }

    [Fact]
    public void Dialect_ThatOnlyReads_IsGivenOrRecognised()
    {
        ReadingDialect dialect = new();
        LinkErrorResponse response = new(404, body: JsonElement.Parse("""{"failure":"not_found"}"""));

        dialect.ToString().Should().Be("reading");
        LinkErrorRecognition.ReadResponse(response, LinkErrorCatalog.Default, dialect).Error!.Code.Should().Be("not_found");
        LinkErrorRecognition.ReadResponse(response, LinkErrorCatalog.Default, custom: [dialect]).Error!.Origin!.Dialect.Should().Be("reading");
        LinkErrorRecognition.ReadParameters(LinkErrorParameters.Parse("?failure=not_found"), LinkErrorCatalog.Default, dialect).IsError.Should().BeFalse();
    }

    // RFC 6749 §3.1: what the dialect looks at must be there once, whoever wrote it; what it does not know may be there twice.
    [Theory]
    [InlineData("""{"failure":"not_found","failure":"forbidden"}""", false)]
    [InlineData("""{"failure":"not_found","error":"a","error":"b"}""", true)]
    public void Member_ThatACustomDialectReads_MustBeThereOnce(string body, bool isRead) =>
        LinkErrorRecognition.ReadResponse(new LinkErrorResponse(404, body: JsonElement.Parse(body)), LinkErrorCatalog.Default, custom: [new ReadingDialect()])
            .Unreadable.Should().Be(isRead ? null : LinkErrorUnreadable.Ambiguous);

    // RFC 9110 §10.2.3: delay-seconds is a number of digits; anything else is no delay.
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("120", 120L)]
    [InlineData("4294967295", 2_147_483L)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", null)]
    public void RetryAfter_OfAPeer_IsReadInSeconds(string value, long? seconds) =>
        Wire.Read("loop", 429, """{"error":"rate_limited"}""", ("Retry-After", value))!.RetryAfter
            .Should().Be(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));

    private sealed class WritingDialect : LinkErrorDialect
    {
        public override string Name => "writing";

        public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters) =>
            parameters.Add("failure", GetWireCode(error.Definition));

        public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer) =>
            writer.WriteString("failure", GetWireCode(error.Definition));
    }

    private sealed class ReadingDialect : LinkErrorDialectReader
    {
        public override string Name => "reading";

        public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) =>
            AddResponse(response.GetText("failure") is { } code ? CreateError(catalog, code, code, null) : null, response);
    }

    private sealed class PlainDialect : LinkErrorDialect
    {
        public override string Name => "plain";

        public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters) =>
            parameters.Add("failure", GetWireCode(error.Definition));

        public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
        {
            writer.WriteString("failure", GetWireCode(error.Definition));
            writer.WriteString("text", GetText(error));
        }

        public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
            parameters.Find("failure") is { } code ? CreateError(catalog, code, code, null) : null;

        public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) =>
            AddResponse(response.GetText("failure") is { } code ? CreateError(catalog, code, code, response.GetText("text")) : null, response);
    }

    // Other words of well-known peers for the same thing.
    [Fact]
    public void Reader_OfAnotherWordForACode_FindsTheCode()
    {
        (string Alias, string Code)[] words = [.. LinkErrorCatalog.Default.SelectMany(definition => definition.Aliases, (definition, alias) => (alias, definition.Code))];

        words.Should().NotBeEmpty();
        foreach ((string alias, string code) in words)
        {
            Wire.Read("oauth", $"?error={alias}")!.Code.Should().Be(code);
            Wire.Read("oauth", $"?error={alias}")!.Origin!.WireCode.Should().Be(alias);
        }
    }

    [Fact]
    public void Reading_InWords_IsTheErrorOrTheReason()
    {
        LinkErrorReading.Of(Wire.Error("not_found")).ToString().Should().Be("not_found (404): The resource was not found.");
        LinkErrorReading.None(LinkErrorUnreadable.TooLarge, "Too long.").ToString().Should().Be("TooLarge: Too long.");
    }
}
