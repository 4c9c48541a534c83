using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>A provider stated as data.</summary>
public sealed class JsonLinkErrorDialectTests
{
    private static readonly JsonLinkErrorDialect Acme = new("acme")
    {
        Code = ["errors.0.code", "/error/.tag", "error"],
        SubCode = ["errors.0.field", "errors.0.resource"],
        Text = ["message", "errors.0.detail"],
        Scopes = ["needed"],
        Reference = ["trace", "header:X-Request-Id"],
        RetryAfter = ["wait.seconds", "header:X-Reset"],
        IsError = response => response.FindText("status") is not (null or "0"),
        StatusCodes = { [400] = LinkErrorCodes.InvalidRequest },
        Codes =
        {
            ["invalid"] = LinkErrorCodes.InvalidRequest,
            ["invalid", "code"] = LinkErrorCodes.InvalidGrant,
            ["invalid", "Token"] = LinkErrorCodes.InvalidToken,
            ["190"] = LinkErrorCodes.InvalidToken,
            ["expired_token"] = LinkErrorCodes.InvalidToken,
            ["No such grant"] = LinkErrorCodes.InvalidGrant,
            ["busy"] = LinkErrorCodes.RateLimited,
        },
    };

    [Theory]
    [InlineData(400, """{"errors":[{"code":"invalid","field":"code"}]}""", "invalid_grant", "invalid")]
    [InlineData(400, """{"errors":[{"code":"invalid","field":"x","resource":"Token"}]}""", "invalid_token", "invalid")]
    [InlineData(400, """{"errors":[{"code":"invalid","field":""}]}""", "invalid_request", "invalid")]
    [InlineData(403, """{"error":{".tag":"invalid"}}""", "invalid_request", "invalid")]
    [InlineData(400, """{"error":190}""", "invalid_token", "190")]
    [InlineData(400, """{"error":"190"}""", "invalid_token", "190")]
    [InlineData(400, """{"error":"expired_token"}""", "invalid_token", "expired_token")]
    [InlineData(400, """{"error":"invalid_scope"}""", "invalid_scope", "invalid_scope")]
    [InlineData(400, """{"error":"No such grant"}""", "invalid_grant", "No such grant")]
    [InlineData(400, """{"errors":[{"code":"strange"}],"error":"invalid_scope"}""", "invalid_scope", "invalid_scope")]
    [InlineData(400, """{"errors":[{"code":"strange"}],"error":"stranger"}""", "strange", "strange")]
    [InlineData(403, """{"error":17}""", "forbidden", "17")]
    [InlineData(403, """{"error":"17"}""", "forbidden", "17")]
    [InlineData(401, """{"error":"Unauthorized"}""", "invalid_token", null)]
    [InlineData(404, """{"error":"NotFound"}""", "not_found", null)]
    [InlineData(400, """{"error":"This is prose."}""", "invalid_request", null)]
    [InlineData(500, """{"error":{"code":true}}""", "server_error", null)]
    [InlineData(503, "{}", "temporarily_unavailable", null)]
    [InlineData(400, """[{"error":"invalid_scope"}]""", "invalid_request", null)]
    [InlineData(400, """{"errors":{"code":"invalid"}}""", "invalid_request", null)]
    [InlineData(400, """{"errors":[]}""", "invalid_request", null)]
    [InlineData(200, """{"status":"17","error":"busy"}""", "rate_limited", "busy")]
    [InlineData(200, """{"status":17,"error":"invalid_scope"}""", "invalid_scope", "invalid_scope")]
    public void Code_OfAResponse_IsTheFirstThatIsKnown(int status, string body, string code, string? wireCode)
    {
        LinkError error = Read(status, body)!;

        error.Code.Should().Be(code);
        error.Origin!.WireCode.Should().Be(wireCode);
        error.Origin.Dialect.Should().Be("acme");
    }

    [Theory]
    [InlineData(200, """{"status":0,"error":"busy"}""")]
    [InlineData(200, """{"error":"busy"}""")]
    [InlineData(200, "[]")]
    [InlineData(400, null)]
    public void Response_ThatIsNoError_IsNotRead(int status, string? body)
    {
        Read(status, body).Should().BeNull();
    }

    [Theory]
    [InlineData("""{"message":"a","errors":[{"detail":"b"}]}""", "a")]
    [InlineData("""{"message":"","errors":[{"detail":"b"}]}""", "b")]
    [InlineData("""{"message":{"x":1},"error":"This is prose."}""", "This is prose.")]
    [InlineData("""{"error":"busy"}""", null)]
    public void Text_OfAResponse_IsTheFirstThatIsThere(string body, string? text)
    {
        Read(400, body)!.Origin!.WireText.Should().Be(text);
    }

    [Theory]
    [InlineData("""{"needed":["a","b"]}""", "a b")]
    [InlineData("""{"needed":"a,b c"}""", "a b c")]
    [InlineData("""{"needed":{}}""", "")]
    public void Scopes_OfAResponse_AreAnArrayOrWords(string body, string scopes)
    {
        Read(403, body)!.Scopes.Should().Equal(scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Reference_OfAResponse_IsInTheBodyOrAHeader()
    {
        Read(400, """{"trace":"t"}""", ("x-request-id", "r"))!.ReferenceId.Should().Be("t");
        Read(400, "{}", ("x-request-id", "r"))!.ReferenceId.Should().Be("r");
        Read(400, "{}")!.ReferenceId.Should().BeNull();
    }

    // A header of a rate limit stands on every answer: it makes no error transient.
    [Theory]
    [InlineData(429, """{"wait":{"seconds":0.5}}""", null, 0.5)]
    [InlineData(400, """{"wait":{"seconds":"7"}}""", null, 7d)]
    [InlineData(429, "{}", "30", 30d)]
    [InlineData(429, "{}", "1795521630", 30d)]
    [InlineData(429, "{}", "1000000000", 0d)]
    [InlineData(429, "{}", "999999999", 2147483d)]
    [InlineData(401, "{}", "30", null)]
    [InlineData(429, "{}", "-1", null)]
    [InlineData(429, "{}", "soon", null)]
    public void Delay_OfAResponse_IsInSeconds(int status, string body, string? reset, double? seconds)
    {
        LinkError error = Read(status, body, ("X-Reset", reset), ("Date", "Tue, 24 Nov 2026 12:00:00 GMT"))!;

        error.RetryAfter.Should().Be(seconds is { } value ? TimeSpan.FromSeconds(value) : null);
    }

    [Fact]
    public void Delay_AsAPointInTime_NeedsTheDateOfTheAnswer()
    {
        Read(429, "{}", ("X-Reset", "1795521630"))!.RetryAfter.Should().BeNull();
        Read(429, "{}", ("X-Reset", "1795521630"), ("Retry-After", "5"))!.RetryAfter.Should().Be(TimeSpan.FromSeconds(5));
    }

    // RFC 6750 §3: the challenge is the standard's own place for the error.
    [Fact]
    public void Challenge_ThatNamesAnError_GoesBeforeTheBody()
    {
        LinkError error = Read(
            403,
            """{"error":"busy","message":"m","trace":"t"}""",
            ("WWW-Authenticate", "Bearer error=\"insufficient_scope\", error_description=\"More, please\", scope=\"a b\""))!;

        error.Should().Match<LinkError>(found => found.Code == "insufficient_scope" && found.Message == "More, please" && found.StatusCode == 403 && found.ReferenceId == "t");
        error.Scopes.Should().Equal("a", "b");
        Read(401, null, ("WWW-Authenticate", "Bearer error=\"invalid\""))!.Code.Should().Be("invalid_request", "the table holds for a challenge too");
        Read(403, """{"error":"busy"}""", ("WWW-Authenticate", "Basic realm=\"x\""))!.Code.Should().Be("rate_limited");
    }

    [Theory]
    [InlineData("?error=invalid&error_description=No&state=s", "invalid_request", "invalid")]
    [InlineData("?error=access_denied&error_description=No&state=s", "access_denied", "access_denied")]
    public void Callback_OfTheProvider_IsReadWithTheTable(string query, string code, string wireCode)
    {
        LinkError error = Acme.ReadParameters(LinkErrorParameters.Parse(query), LinkErrorCatalog.Default)!;

        error.Should().Match<LinkError>(found => found.Code == code && found.Message == "No" && found.State == "s");
        error.Origin.Should().Match<LinkErrorOrigin>(origin => origin.Dialect == "acme" && origin.WireCode == wireCode);
        Acme.ReadParameters(LinkErrorParameters.Parse("?code=c&state=s"), LinkErrorCatalog.Default).Should().BeNull();
    }

    [Fact]
    public void UnknownCodes_WhereTheyDoNotPass_GoByStatus()
    {
        JsonLinkErrorDialect dialect = new("strict") { Code = ["code"], PassesUnknownCodes = false };

        LinkError error = dialect.ReadResponse(new LinkErrorResponse(409, body: JsonElement.Parse("""{"code":"ALREADY_THERE"}""")), LinkErrorCatalog.Default)!;

        error.Code.Should().Be("conflict");
        error.Origin!.WireCode.Should().Be("ALREADY_THERE");
    }

    [Fact]
    public void Statuses_OfADialectWithItsOwnIdeaOfAnError_AreReadAmongTheSuccesses()
    {
        JsonLinkErrorDialect plain = new("plain");

        Acme.ReadsStatus(200).Should().BeTrue();
        Acme.ReadsStatus(302).Should().BeFalse();
        plain.ReadsStatus(200).Should().BeFalse();
        plain.ReadsStatus(400).Should().BeTrue();
    }

    [Fact]
    public void Recognition_WithADialectOfOnesOwn_PutsAChallengeFirstUnlessCertain()
    {
        JsonElement body = JsonElement.Parse("""{"error":{".tag":"busy"}}""");
        LinkErrorResponse challenged = new(401, [KeyValuePair.Create("WWW-Authenticate", "Bearer error=\"invalid_token\"")], body);

        LinkErrorRecognition.ReadResponse(challenged, LinkErrorCatalog.Default, custom: [Acme]).Error!.Code.Should().Be("invalid_token");
        LinkErrorRecognition.ReadResponse(challenged, LinkErrorCatalog.Default, custom: [new CertainDialect()]).Error!.Code.Should().Be("conflict");
        LinkErrorRecognition.ReadResponse(new LinkErrorResponse(401, body: body), LinkErrorCatalog.Default, custom: [Acme]).Error!.Code.Should().Be("rate_limited");
        LinkErrorRecognition.ReadParameters(LinkErrorParameters.Parse("?error=busy"), LinkErrorCatalog.Default, custom: [Acme]).Error!.Origin!.Dialect.Should().Be("acme");
        LinkErrorRecognition.ReadParameters(LinkErrorParameters.Parse("?error=login_required"), LinkErrorCatalog.Default, custom: [Acme]).Error!.Origin!.Dialect.Should().Be("oauth");
    }

    [Fact]
    public void Table_WithACodeThatNobodyKnows_FailsWhenItIsBuilt()
    {
        FluentActions.Invoking(() => new JsonLinkErrorDialect("acme") { Codes = { ["bad"] = "no_such_code" } }).Should().Throw<ArgumentException>()
            .WithMessage("Codes[\"bad\"] of the dialect 'acme' is 'no_such_code', which is no code of the catalog. Name a constant of LinkErrorCodes, or give the dialect the catalog*new JsonLinkErrorDialect(\"acme\", catalog)*");
        FluentActions.Invoking(() => new JsonLinkErrorDialect("acme") { Codes = { ["bad", "sub"] = "x" } }).Should().Throw<ArgumentException>().WithMessage("Codes[\"bad\", \"sub\"]*");
        FluentActions.Invoking(() => new JsonLinkErrorDialect("acme") { StatusCodes = { [400] = "x" } }).Should().Throw<ArgumentException>().WithMessage("StatusCodes[400]*'x'*");
        FluentActions.Invoking(() => new JsonLinkErrorDialect("acme") { Codes = { ["a"] = "forbidden", ["A"] = "forbidden" } }).Should().NotThrow();
        FluentActions.Invoking(() => { LinkErrorCodeTable codes = new JsonLinkErrorDialect("acme") { Codes = { ["a"] = "forbidden" } }.Codes; codes["a"] = "conflict"; })
            .Should().Throw<ArgumentException>().WithMessage("Codes[\"a\"]*two rows*");
    }

    [Fact]
    public void Table_WithACodeOfOnesOwnCatalog_IsBuilt()
    {
        LinkErrorCatalog catalog = LinkErrorCatalog.Default.Add(new LinkErrorDefinition("basket_full") { Message = "The basket is full.", StatusCode = 409 });
        JsonLinkErrorDialect dialect = new("acme", catalog) { Code = ["code"], Codes = { ["17"] = "basket_full" } };

        dialect.ReadResponse(new LinkErrorResponse(400, body: JsonElement.Parse("""{"code":17}""")), catalog)!.Message.Should().Be("The basket is full.");
        dialect.Codes.Rows.Should().Equal(("17", null, "basket_full"));
    }

    [Fact]
    public void Table_InUse_TakesNoFurtherRow()
    {
        JsonLinkErrorDialect dialect = new("acme") { Code = ["code"], Codes = { ["a"] = "forbidden" }, StatusCodes = { [400] = "forbidden" } };
        dialect.ReadResponse(new LinkErrorResponse(400, body: JsonElement.Parse("""{"code":1}""")), LinkErrorCatalog.Default);

        FluentActions.Invoking(() => dialect.Codes["b"] = "forbidden").Should().Throw<InvalidOperationException>().WithMessage("*Codes*'acme'*statement*");
        FluentActions.Invoking(() => dialect.StatusCodes[401] = "forbidden").Should().Throw<InvalidOperationException>().WithMessage("*StatusCodes*'acme'*statement*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("/")]
    [InlineData("header:")]
    public void Path_WithAnEmptyPart_FailsWhenItIsBuilt(string path)
    {
        FluentActions.Invoking(() => new JsonLinkErrorDialect("acme") { Code = [path] }).Should().Throw<ArgumentException>()
            .WithMessage($"Code of the dialect 'acme' has the path '{path}'*header:X-Request-Id*");
        FluentActions.Invoking(() => new LinkErrorResponse(400).FindText(path)).Should().Throw<ArgumentException>().WithMessage("FindText has the path*");
    }

    [Fact]
    public void Path_AsAPointer_UnescapesItsParts()
    {
        LinkErrorResponse response = new(400, body: JsonElement.Parse("""{"a/b":{"c~d":[{"":0},"x"]}}"""));

        response.FindText("/a~1b/c~0d/1").Should().Be("x");
        response.FindText("/a~1b/c~0d/2").Should().BeNull();
        response.FindText("/a~1b/c~0d/01x").Should().BeNull();
    }

    /// <summary>RFC 9449 §8: a token endpoint asks for a nonce in a header, and names the error in the body; §9: a resource does in a challenge.</summary>
    [Theory]
    [InlineData(400, """{"error":"use_dpop_nonce"}""", null)]
    [InlineData(401, "{}", "DPoP error=\"use_dpop_nonce\"")]
    public void Nonce_ThatAServerAsksFor_IsInTheData(int status, string body, string? challenge)
    {
        LinkError error = Read(status, body, ("DPoP-Nonce", "n-1"), ("WWW-Authenticate", challenge))!;

        (error.Code, error.Data?.GetRawText()).Should().Be(("use_dpop_nonce", """{"dpop_nonce":"n-1"}"""));
    }

    private static LinkError? Read(int status, string? body, params (string Name, string? Value)[] headers) =>
        Acme.ReadResponse(
            new LinkErrorResponse(
                status,
                headers.Where(header => header.Value is not null).Select(header => KeyValuePair.Create(header.Name, header.Value!)),
                body is null ? null : JsonElement.Parse(body)),
            LinkErrorCatalog.Default);

    private sealed class CertainDialect : LinkErrorDialectReader
    {
        public override string Name => "certain";

        public override LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) => LinkErrorMatch.Certain;

        public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) => CreateError(catalog, "conflict", "c", text: null);
    }

    // It claims a failure where one of its paths leads somewhere, and a callback whose code it knows.
    [Theory]
    [InlineData(400, """{"error":"x"}""", LinkErrorMatch.Possible)]
    [InlineData(400, """{"message":"x"}""", LinkErrorMatch.Possible)]
    [InlineData(400, """{"other":"x"}""", LinkErrorMatch.None)]
    [InlineData(200, """{"error":"x"}""", LinkErrorMatch.None)]
    [InlineData(200, """{"error":"x","status":"17"}""", LinkErrorMatch.Possible)]
    public void Dialect_OfAProvider_KnowsItsOwn(int status, string body, LinkErrorMatch match) =>
        Acme.Recognize(new LinkErrorResponse(status, headers: null, JsonElement.Parse(body)), LinkErrorCatalog.Default).Should().Be(match);

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(400, true)]
    public void Status_OfASuccess_IsLookedAtWhereItMayBeAnError(int status, bool isRead)
    {
        Acme.ReadsStatus(status).Should().Be(isRead);
        new JsonLinkErrorDialect("plain").ReadsStatus(status).Should().Be(status >= 400);
    }

    // RFC 6750 §3 tells of failures only.
    [Theory]
    [InlineData(200, false)]
    [InlineData(399, false)]
    [InlineData(400, true)]
    public void Challenge_OfASuccess_NamesNoError(int status, bool isRead) =>
        (Read(status, null, ("WWW-Authenticate", "Bearer error=\"invalid_token\"")) is not null).Should().Be(isRead);

    [Theory]
    [InlineData("strange", true, "strange")]
    [InlineData("strange", false, "forbidden")]
    [InlineData("E17", true, "E17")]
    [InlineData("17", true, "forbidden")]
    [InlineData("-1.5", true, "forbidden")]
    [InlineData("conflict", false, "conflict")]
    public void Code_ThatNobodyKnows_IsPassedWhereItMayBe(string wireCode, bool passes, string code)
    {
        JsonLinkErrorDialect dialect = passes ? new("plain") { Code = ["code"] } : new("plain") { Code = ["code"], PassesUnknownCodes = false };

        LinkError error = dialect.ReadResponse(new LinkErrorResponse(403, headers: null, JsonElement.Parse($$"""{"code":"{{wireCode}}"}""")), LinkErrorCatalog.Default)!;

        error.Code.Should().Be(code);
        error.Origin!.WireCode.Should().Be(wireCode);
    }

    // What stands in place of a code and is none is the text, unless there is one.
    [Theory]
    [InlineData("""{"error":"This is prose.","message":"m"}""", "m")]
    [InlineData("""{"error":"This is prose."}""", "This is prose.")]
    [InlineData("""{"error":"NotFound"}""", null)]
    [InlineData("""{"error":"Not Found"}""", null)]
    [InlineData("""{"error":"not found"}""", null)]
    public void Prose_InPlaceOfACode_IsTheTextWhereThereIsNone(string body, string? text) => Read(404, body)!.Origin!.WireText.Should().Be(text);

    [Fact]
    public void Codes_OfTheApplicationsCatalog_AreKnownToTheTables()
    {
        LinkErrorDefinition own = new("acme.frozen");

        JsonLinkErrorDialect dialect = new("plain", LinkErrorCatalog.Default.Add(own)) { Code = ["code"], Codes = { ["F"] = own.Code }, StatusCodes = { [423] = own.Code } };

        dialect.Codes.Rows.Should().Equal(("F", null, "acme.frozen"));
        dialect.StatusCodes.Rows.Should().Equal((423, "acme.frozen"));
    }
}
