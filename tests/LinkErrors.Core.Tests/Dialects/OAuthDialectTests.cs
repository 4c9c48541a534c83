using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class OAuthDialectTests
{
    private const string Text = "What happened";

    // RFC 6749 §4.1.2.1, RFC 9207 §2: error, error_description, error_uri, state, iss; what is absent is left out.
    [Fact]
    public void Parameters_OfFullError_AreInOrder()
    {
        LinkError error = Wire.Error("access_denied") with { Message = Text, State = "x y+z&=%20é\"\\", HelpUri = new Uri("https://docs.example.org/errors#access_denied") };

        Wire.Parameters(LinkErrorDialects.OAuth, error, new LinkErrorWriteContext { Issuer = "https://issuer.example" }).Should().Equal(
            "error=access_denied",
            "error_description=What happened",
            "error_uri=https://docs.example.org/errors#access_denied",
            "state=x y+z&=%20é\"\\",
            "iss=https://issuer.example");
    }

    [Fact]
    public void Parameters_OfBareError_AreCodeAndText() =>
        Wire.Parameters(LinkErrorDialects.OAuth, Wire.Error("access_denied")).Should().Equal("error=access_denied", "error_description=The request was denied.");

    // RFC 6749 §4.1.2.1: 500 and 503 cannot be sent on a redirect; a code that is not registered is sent as one that is,
    // and never as one of the token endpoint, which means nothing here.
    [Theory]
    [InlineData("server_error", "server_error")]
    [InlineData("temporarily_unavailable", "temporarily_unavailable")]
    [InlineData("login_required", "login_required")]
    [InlineData("invalid_target", "invalid_target")]
    [InlineData("link_token_expired", "invalid_request")]
    [InlineData("code_challenge_invalid", "invalid_request")]
    [InlineData("user_cancelled", "access_denied")]
    [InlineData("provider_error", "server_error")]
    [InlineData("rate_limited", "temporarily_unavailable")]
    [InlineData("not_found", "invalid_request")]
    public void Parameters_OfCode_HaveARegisteredOne(string code, string wireCode) =>
        Wire.Parameters(LinkErrorDialects.OAuth, Wire.Error(code)).Should().Contain($"error={wireCode}");

    // RFC 6749 §5.2.
    [Theory]
    [InlineData("invalid_request", "invalid_request", 400)]
    [InlineData("invalid_client", "invalid_client", 401)]
    [InlineData("invalid_grant", "invalid_grant", 400)]
    [InlineData("unauthorized_client", "unauthorized_client", 400)]
    [InlineData("unsupported_grant_type", "unsupported_grant_type", 400)]
    [InlineData("invalid_scope", "invalid_scope", 400)]
    [InlineData("access_denied", "access_denied", 400)]
    [InlineData("server_error", "server_error", 500)]
    [InlineData("temporarily_unavailable", "temporarily_unavailable", 503)]

    // RFC 6750 §3.1, RFC 9470 §3.
    [InlineData("invalid_token", "invalid_token", 401)]
    [InlineData("insufficient_scope", "insufficient_scope", 403)]
    [InlineData("insufficient_user_authentication", "insufficient_user_authentication", 401)]

    // RFC 7009 §2.2.1, RFC 7591 §3.2.2, RFC 8628 §3.5, RFC 8707 §2, RFC 9396 §5, RFC 9449 §5, CIBA Core §13.
    [InlineData("unsupported_token_type", "unsupported_token_type", 400)]
    [InlineData("invalid_redirect_uri", "invalid_redirect_uri", 400)]
    [InlineData("authorization_pending", "authorization_pending", 400)]
    [InlineData("slow_down", "slow_down", 400)]
    [InlineData("expired_token", "expired_token", 400)]
    [InlineData("invalid_target", "invalid_target", 400)]
    [InlineData("invalid_authorization_details", "invalid_authorization_details", 400)]
    [InlineData("use_dpop_nonce", "use_dpop_nonce", 400)]
    [InlineData("invalid_dpop_proof", "invalid_dpop_proof", 400)]
    [InlineData("transaction_failed", "transaction_failed", 400)]

    // A code that is not registered is sent as its definition's.
    [InlineData("link_token_expired", "invalid_grant", 400)]
    [InlineData("code_challenge_invalid", "invalid_grant", 400)]
    [InlineData("user_cancelled", "access_denied", 403)]
    [InlineData("session_initialization_failed", "server_error", 500)]
    [InlineData("rate_limited", "temporarily_unavailable", 429)]
    public void Json_OfCode_HasItsCodeAndStatus(string code, string wireCode, int status)
    {
        LinkError error = Wire.Error(code) with { Message = Text, State = "xyz" };

        Wire.Body(LinkErrorDialects.OAuth, error, new LinkErrorWriteContext { Issuer = "https://issuer.example" })
            .Should().Be($$"""{"error":"{{wireCode}}","error_description":"What happened"}""");
        Wire.Body(LinkErrorDialects.OAuth, error with { HelpUri = new Uri("https://docs.example.org/e") })
            .Should().Be($$"""{"error":"{{wireCode}}","error_description":"What happened","error_uri":"https://docs.example.org/e"}""");
        LinkErrorDialects.OAuth.GetStatusCode(error, LinkErrorWriteContext.Default).Should().Be(status);
        LinkErrorDialects.OAuth.GetWireCode(error.Definition).Should().Be(wireCode);
    }

    [Theory]

    // RFC 6749 §5.2: invalid_client answers with the scheme that the client used.
    [InlineData("invalid_client", "Basic", "Basic realm=\"link\"")]
    [InlineData("invalid_client", "Bearer", "Bearer realm=\"link\"")]
    [InlineData("invalid_client", null, null)]

    // RFC 6750 §3.1: no error code when the request carried no credentials.
    [InlineData("invalid_token", null, "Bearer realm=\"link\"")]
    [InlineData("invalid_token", "Bearer", "Bearer realm=\"link\", error=\"invalid_token\", error_description=\"What happened\"")]
    [InlineData("invalid_token", "bearer", "Bearer realm=\"link\", error=\"invalid_token\", error_description=\"What happened\"")]
    [InlineData("insufficient_scope", "Bearer", "Bearer realm=\"link\", error=\"insufficient_scope\", error_description=\"What happened\", scope=\"read write\"")]

    // RFC 9449 §7.1: a DPoP-bound request is challenged with DPoP.
    [InlineData("invalid_token", "DPoP", "DPoP realm=\"link\", error=\"invalid_token\", error_description=\"What happened\"")]
    [InlineData("invalid_dpop_proof", "dpop", "DPoP realm=\"link\", error=\"invalid_dpop_proof\", error_description=\"What happened\"")]
    [InlineData("use_dpop_nonce", "DPoP", "DPoP realm=\"link\", error=\"use_dpop_nonce\", error_description=\"What happened\"")]
    [InlineData("invalid_dpop_proof", null, null)]
    [InlineData("use_dpop_nonce", "Basic", null)]
    [InlineData("invalid_request", "Bearer", null)]
    [InlineData("server_error", "Bearer", null)]
    public void Challenge_OfCode_IsThatOfTheStandard(string code, string? scheme, string? challenge)
    {
        LinkError error = Wire.Error(code) with { Message = Text, Scopes = code == "insufficient_scope" ? ["read", "write"] : [] };

        Wire.Headers(LinkErrorDialects.OAuth, error, new LinkErrorWriteContext { CredentialScheme = scheme })
            .Should().Equal(challenge is null ? [] : ["WWW-Authenticate: " + challenge]);
    }

    // The code on the wire counts: an application's own code may stand for invalid_token.
    [Fact]
    public void Challenge_OfOwnCodeForInvalidToken_KeepsTheSilenceOfRfc6750()
    {
        LinkError error = new(new LinkErrorDefinition("badge_expired") { OAuthCode = "invalid_token", StatusCode = 401 });

        Wire.Headers(LinkErrorDialects.OAuth, error).Should().Equal("WWW-Authenticate: Bearer realm=\"link\"");
        Wire.Headers(LinkErrorDialects.OAuth, error, new LinkErrorWriteContext { CredentialScheme = "Bearer" })
            .Should().Equal("WWW-Authenticate: Bearer realm=\"link\", error=\"invalid_token\", error_description=\"The request failed.\"");
    }

    // RFC 9470 §3: acr_values and max_age.
    [Fact]
    public void Challenge_OfStepUp_SaysWhatIsNeeded() =>
        Wire.Headers(
                LinkErrorDialects.OAuth,
                Wire.Error("insufficient_user_authentication") with { Message = Text, Data = JsonElement.Parse("""{"acr_values":"gold silver","max_age":5}""") },
                new LinkErrorWriteContext { CredentialScheme = "Bearer", Realm = "api" })
            .Should().Equal("WWW-Authenticate: Bearer realm=\"api\", error=\"insufficient_user_authentication\", error_description=\"What happened\", acr_values=\"gold silver\", max_age=\"5\"");

    // RFC 9728 §5.1: a challenge for a token says where to get one, also without credentials; one for a client does not.
    [Theory]
    [InlineData("invalid_token", null, "Bearer realm=\"link\", resource_metadata=\"https://api.example/m\"")]
    [InlineData("insufficient_scope", "Bearer", "Bearer realm=\"link\", error=\"insufficient_scope\", error_description=\"What happened\", resource_metadata=\"https://api.example/m\"")]
    [InlineData("invalid_client", "Basic", "Basic realm=\"link\"")]
    [InlineData("forbidden", "Bearer", null)]
    public void Challenge_WithResourceMetadata_NamesIt(string code, string? scheme, string? challenge) =>
        Wire.Headers(
                LinkErrorDialects.OAuth,
                Wire.Error(code) with { Message = Text },
                new LinkErrorWriteContext { CredentialScheme = scheme, ResourceMetadata = "https://api.example/m" })
            .Should().Equal(challenge is null ? [] : ["WWW-Authenticate: " + challenge]);

    // RFC 6750 §3: error_uri belongs to the error, so it is there only where the error is named. RFC 9449 §7.1: algs belongs to DPoP.
    [Theory]
    [InlineData("invalid_token", "Bearer", "Bearer realm=\"link\", error=\"invalid_token\", error_description=\"What happened\", error_uri=\"https://docs.example.org/e#%22\"")]
    [InlineData("invalid_token", null, "Bearer realm=\"link\"")]
    [InlineData("invalid_token", "Basic", "Bearer realm=\"link\"")]
    [InlineData("invalid_token", "DPoP", "DPoP realm=\"link\", error=\"invalid_token\", error_description=\"What happened\", error_uri=\"https://docs.example.org/e#%22\", algs=\"ES256 PS256\"")]
    [InlineData("invalid_client", "Basic", "Basic realm=\"link\"")]
    public void Challenge_WithHelpAndAlgorithms_NamesThemWhereTheyBelong(string code, string? scheme, string challenge) =>
        Wire.Headers(
                LinkErrorDialects.OAuth,
                Wire.Error(code) with { Message = Text, HelpUri = new Uri("https://docs.example.org/e#\"") },
                new LinkErrorWriteContext { CredentialScheme = scheme, ErrorUriInChallenges = true, DPoPAlgorithms = "ES256 PS256" })
            .Should().Equal("WWW-Authenticate: " + challenge);

    [Theory]
    [InlineData("Bearer error=\"invalid_token\", resource_metadata=\"https://api.example/m\"", """{"resource_metadata":"https://api.example/m"}""")]
    [InlineData("Bearer error=\"invalid_token\", max_age=5, resource_metadata=\"https://api.example/m\"", """{"max_age":5,"resource_metadata":"https://api.example/m"}""")]
    public void Reader_OfResourceMetadata_KeepsItInTheData(string challenge, string data)
    {
        LinkError error = LinkErrorDialects.OAuth.ReadResponse(
            new LinkErrorResponse(401, [KeyValuePair.Create("WWW-Authenticate", challenge)]), LinkErrorCatalog.Default)!;

        JsonElement.DeepEquals(error.Data!.Value, JsonElement.Parse(data)).Should().BeTrue("{0} was read", error.Data);
    }

    // RFC 9449 §7.1 and §8: 401 to a protected resource, 400 from the token endpoint, with one DPoP-Nonce.
    [Theory]
    [InlineData("DPoP", 401)]
    [InlineData("Basic", 400)]
    [InlineData(null, 400)]
    public void Nonce_OfUseDPoPNonce_IsSentOnce(string? scheme, int status)
    {
        LinkError error = Wire.Error("use_dpop_nonce") with { Data = JsonElement.Parse("""{"dpop_nonce":"n-1"}""") };
        LinkErrorWriteContext context = new() { CredentialScheme = scheme };

        Wire.Headers(LinkErrorDialects.OAuth, error, context).Where(header => header.StartsWith("DPoP-Nonce", StringComparison.Ordinal)).Should().Equal("DPoP-Nonce: n-1");
        LinkErrorDialects.OAuth.GetStatusCode(error, context).Should().Be(status);
    }

    [Fact]
    public void Reader_OfParameters_KeepsEveryValue() =>
        Wire.Read("oauth", "?error=access_denied&error_description=No&error_uri=https%3A%2F%2Fdocs.example.org%2Fe&state=x%2By%20z&iss=https%3A%2F%2Fissuer.example")!
            .Should().Be(Wire.Error("access_denied") with { Message = "No", HelpUri = new Uri("https://docs.example.org/e"), State = "x+y z", Origin = new LinkErrorOrigin("oauth", "access_denied", "No") });

    // RFC 6750 §3: a resource server may answer without a body.
    [Fact]
    public void Reader_OfChallengeAlone_ReadsIt()
    {
        LinkErrorResponse response = new(401,
        [
            KeyValuePair.Create("WWW-Authenticate", "Basic realm=\"x\", Bearer realm=\"y\", error=\"insufficient_user_authentication\", error_description=\"Again\", error_uri=\"https://docs.example.org/e\", scope=\"a b\", acr_values=\"gold\", max_age=5"),
        ]);

        LinkError error = LinkErrorDialects.OAuth.ReadResponse(response, LinkErrorCatalog.Default)!;

        error.Should().Be(Wire.Error("insufficient_user_authentication") with
        {
            Message = "Again",
            HelpUri = new Uri("https://docs.example.org/e"),
            Scopes = ["a", "b"],
            Data = JsonElement.Parse("""{"acr_values":"gold","max_age":5}"""),
            Origin = new LinkErrorOrigin("oauth", "insufficient_user_authentication", "Again"),
        });
    }

    [Fact]
    public void Reader_OfBodyAndChallenge_TrustsTheBody() =>
        Wire.Read("oauth", 400, """{"error":"invalid_grant","error_description":"body"}""", ("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"header\""))!
            .Should().BeEquivalentTo(new { Code = "invalid_grant", Message = "body" });

    [Theory]
    [InlineData("""{"error":{"message":"x","code":190}}""")]
    [InlineData("""{"error_description":"x"}""")]
    [InlineData("""{"access_token":"x"}""")]
    [InlineData("""["error"]""")]
    [InlineData("\"error\"")]
    public void Reader_OfOtherJson_ReadsNothing(string body) => Wire.Read("oauth", 400, body).Should().BeNull();

    [Fact]
    public void Reader_OfChallengeWithoutError_ReadsNothing() =>
        LinkErrorDialects.OAuth.ReadResponse(new LinkErrorResponse(401, [KeyValuePair.Create("WWW-Authenticate", "Bearer realm=\"x\"")]), LinkErrorCatalog.Default).Should().BeNull();

    // RFC 6749 §4.1.2.1: a peer's error_uri is a web page, or nothing.
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/errors")]
    [InlineData("//evil.example/x")]
    [InlineData("not a uri")]
    public void Reader_OfOtherErrorUri_LeavesItOut(string uri)
    {
        Wire.Read("oauth", $"?error=access_denied&error_uri={Uri.EscapeDataString(uri)}")!.HelpUri.Should().BeNull();
        Wire.Read("oauth", 400, $$"""{"error":"access_denied","error_uri":"{{uri}}"}""")!.HelpUri.Should().BeNull();
    }

    // RFC 6749 §4.1.2.1: error_uri has no space, quotation mark or character beyond ASCII. The link must lead to the same page.
    [Theory]
    [InlineData("https://docs.example.org/errors#a_b", "https://docs.example.org/errors#a_b")]
    [InlineData("https://docs.example.org/my errors", "https://docs.example.org/my%20errors")]
    [InlineData("https://docs.example.org/\u00FCber?q=\"x\"", "https://docs.example.org/%C3%BCber?q=%22x%22")]
    public void ErrorUri_WithOtherCharacters_IsPercentEncoded(string helpUri, string expected)
    {
        LinkError error = Wire.Error("access_denied") with { HelpUri = new Uri(helpUri) };

        Wire.Parameters(LinkErrorDialects.OAuth, error).Should().Contain($"error_uri={expected}");
        Wire.Body(LinkErrorDialects.ProblemDetails, error).Should().Contain($"\"type\":\"{expected}\"");
    }

    [Fact]
    public void Text_OfUnexpectedError_NamesItsReference()
    {
        LinkError error = Wire.Error("server_error") with { ReferenceId = "abc-1" };

        Wire.Parameters(LinkErrorDialects.OAuth, error).Should().Contain("error_description=An unexpected error occurred. Reference: abc-1");
        Wire.Parameters(LinkErrorDialects.OAuth, error with { Message = "Own" }).Should().Contain("error_description=Own");
        Wire.Parameters(LinkErrorDialects.OAuth, Wire.Error("access_denied") with { ReferenceId = "abc-1" }).Should().Contain("error_description=The request was denied.");
    }

    // RFC 6749 §5.2: a token endpoint answers what is wrong with a request with 400; a status of a resource means nothing there, unless it
    // was set. A client that was not authenticated gets 401 wherever it is.
    [Theory]
    [InlineData("not_found", null, 400)]
    [InlineData("conflict", null, 400)]
    [InlineData("forbidden", null, 400)]
    [InlineData("unprocessable_entity", null, 400)]
    [InlineData("link_token_missing", "Basic", 400)]
    [InlineData("link_token_missing", "Bearer", 404)]
    [InlineData("link_token_missing", "DPoP", 404)]
    [InlineData("rate_limited", null, 429)]
    [InlineData("server_error", null, 500)]
    [InlineData("invalid_client", null, 401)]
    public void StatusCode_AtATokenEndpoint_IsThatOfTheStandard(string code, string? scheme, int status)
    {
        LinkErrorWriteContext context = new() { IsTokenEndpoint = true, CredentialScheme = scheme };

        LinkErrorDialects.OAuth.GetStatusCode(Wire.Error(code), context).Should().Be(status);
        LinkErrorDialects.OAuth.GetStatusCode(Wire.Error("invalid_request") with { StatusCode = 404 }, context).Should().Be(404, "it was set");
    }

    [Theory]
    [InlineData("not_found", 404)]
    [InlineData("conflict", 409)]
    [InlineData("link_token_missing", 404)]
    public void StatusCode_ElsewhereThanAtATokenEndpoint_IsTheErrors(string code, int status) =>
        LinkErrorDialects.OAuth.GetStatusCode(Wire.Error(code), LinkErrorWriteContext.Default).Should().Be(status);

    // RFC 6749 §5.2, RFC 6750 §3.1, RFC 9470 §3 leave no choice.
    [Theory]
    [InlineData("invalid_client", 401)]
    [InlineData("invalid_token", 401)]
    [InlineData("insufficient_user_authentication", 401)]
    [InlineData("insufficient_scope", 403)]
    public void StatusCode_OfTheStandard_IsNotTheErrors(string code, int status) =>
        LinkErrorDialects.OAuth.GetStatusCode(Wire.Error(code) with { StatusCode = 400 }, LinkErrorWriteContext.Default).Should().Be(status);

    [Fact]
    public void WireCode_OfARegisteredCode_IsItself() =>
        LinkErrorDialects.OAuth.GetWireCode(new LinkErrorDefinition("invalid_grant") { OAuthCode = "invalid_request" }).Should().Be("invalid_grant");

    [Fact]
    public void Reader_OfProseInPlaceOfACode_KeepsItAsTheText()
    {
        Wire.Read("oauth", "?error=not%20a%20code")!.Should().BeEquivalentTo(new { Code = "generic_error", Message = "not a code" });
        Wire.Read("oauth", "?error=not%20a%20code&error_description=Why")!.Should().BeEquivalentTo(new { Code = "generic_error", Message = "Why" });
    }

    // What stands in several places: the description, else the message; the body before the challenge; the error before the offer.
    [Theory]
    [InlineData("""{"error":"a","error_description":"D","message":"M"}""", "", "D")]
    [InlineData("""{"error":"a","message":"M"}""", "", "M")]
    [InlineData("""{"message":"M"}""", "Bearer error=\"a\", error_description=\"C\"", "C")]
    [InlineData("""{"message":"M","error":{"message":"E"}}""", "Bearer error=\"a\"", "M")]
    [InlineData("""{"error":{"message":"E"}}""", "Bearer error=\"a\"", "E")]
    public void Reader_OfSeveralTexts_TakesTheMostTelling(string body, string challenge, string text) =>
        Wire.Read("oauth", 400, body, ("WWW-Authenticate", challenge))!.Message.Should().Be(text);

    [Fact]
    public void Reader_OfBodyAndChallenge_TakesTheBodys()
    {
        LinkError error = Wire.Read(
            "oauth", 403, """{"error":"insufficient_scope","error_uri":"https://b.example/","scope":"b c","state":"s"}""",
            ("WWW-Authenticate", "Bearer error=\"invalid_token\", error_uri=\"https://c.example/\", scope=\"d\""))!;

        error.Code.Should().Be("insufficient_scope");
        error.HelpUri.Should().Be(new Uri("https://b.example/"));
        error.Scopes.Should().Equal("b", "c");
        error.State.Should().Be("s");
    }

    // RFC 8628 §3.5; the header counts more, and an error that polling does not pass has no interval.
    [Theory]
    [InlineData("slow_down", "5", null, 5)]
    [InlineData("authorization_pending", "5", null, 5)]
    [InlineData("slow_down", "5", "7", 7)]
    [InlineData("slow_down", "4294967295", null, 2_147_483)]
    [InlineData("slow_down", "-1", null, null)]
    [InlineData("access_denied", "5", null, null)]
    public void Reader_OfAnInterval_WaitsAsLong(string code, string interval, string? retryAfter, int? seconds) =>
        Wire.Read("oauth", 400, $$"""{"error":"{{code}}","interval":{{interval}}}""", retryAfter is null ? [] : [("Retry-After", retryAfter)])!
            .RetryAfter.Should().Be(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));

    // RFC 6750 §3.1, RFC 9728 §5.1: without credentials a challenge offers what to get, and names no error.
    [Theory]
    [InlineData(401, "Bearer scope=\"a\"", true)]
    [InlineData(403, "Bearer scope=\"a\"", true)]
    [InlineData(401, "Bearer resource_metadata=\"https://r.example/m\"", true)]
    [InlineData(400, "Bearer scope=\"a\"", false)]
    [InlineData(401, "Bearer scope=\"\"", false)]
    [InlineData(401, "Bearer resource_metadata=\"\"", false)]
    [InlineData(401, "Bearer realm=\"a\"", false)]
    public void Reader_OfAnOffer_ReadsAnError(int status, string challenge, bool isRead) =>
        (Wire.Read("oauth", status, "{}", ("WWW-Authenticate", challenge)) is not null).Should().Be(isRead);

    [Fact]
    public void Reader_OfAnOfferAndAnError_TakesTheError() =>
        Wire.Read("oauth", 401, "{}", ("WWW-Authenticate", "Bearer scope=\"a\", DPoP error=\"use_dpop_nonce\""))!.Code.Should().Be("use_dpop_nonce");

    // RFC 9470 §3, RFC 9449 §8, RFC 9728 §5.1.
    [Theory]
    [InlineData("Bearer error=\"a\", acr_values=\"x\"", null, """{"acr_values":"x"}""")]
    [InlineData("Bearer error=\"a\", max_age=\"60\"", null, """{"max_age":60}""")]
    [InlineData("Bearer error=\"a\", acr_values=\"x\"", "n", """{"acr_values":"x"}""")]
    [InlineData("DPoP error=\"a\"", "n", """{"dpop_nonce":"n"}""")]
    [InlineData("DPoP error=\"a\", acr_values=\"x\", max_age=60, resource_metadata=\"https://r.example/m\"", "n", """{"acr_values":"x","max_age":60,"dpop_nonce":"n","resource_metadata":"https://r.example/m"}""")]
    [InlineData("Bearer error=\"a\"", null, null)]
    public void Reader_OfAChallenge_KeepsWhatItAsksFor(string challenge, string? nonce, string? data) =>
        Wire.Read("oauth", 401, "{}", nonce is null ? [("WWW-Authenticate", challenge)] : [("WWW-Authenticate", challenge), ("DPoP-Nonce", nonce)])!
            .Data?.GetRawText().Should().Be(data);

    // Some servers write the name of the status where the code belongs, and the code beside it.
    [Theory]
    [InlineData("""{"error":"Unauthorized","errorCode":"session_expired"}""", "session_expired", "session_expired", "Unauthorized")]
    [InlineData("""{"error":"Unauthorized","errorCode":"session_expired","message":"No"}""", "session_expired", "session_expired", "No")]
    [InlineData("""{"error":"Unauthorized","errorCode":"E-17"}""", "invalid_token", "Unauthorized", "Unauthorized")]
    [InlineData("""{"error":"Unauthorized","error_description":"D"}""", "invalid_token", "Unauthorized", "D")]
    public void Reader_OfTheNameOfTheStatus_LooksForTheCodeBesideIt(string body, string code, string wireCode, string message)
    {
        LinkError error = Wire.Read("oauth", 401, body)!;

        error.Code.Should().Be(code);
        error.Origin!.WireCode.Should().Be(wireCode);
        error.Message.Should().Be(message);
    }
}
