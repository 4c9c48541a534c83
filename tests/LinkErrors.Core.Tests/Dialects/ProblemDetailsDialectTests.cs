using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class ProblemDetailsDialectTests
{
    // RFC 9457 §4.2.1: about:blank has the title of its status; §3.1: status equals that of HTTP.
    [Theory]
    [InlineData("invalid_request", 400, "Bad Request")]
    [InlineData("invalid_token", 401, "Unauthorized")]
    [InlineData("access_denied", 403, "Forbidden")]
    [InlineData("link_token_missing", 404, "Not Found")]
    [InlineData("conflict", 409, "Conflict")]
    [InlineData("unprocessable_entity", 422, "Unprocessable Entity")]
    [InlineData("rate_limited", 429, "Too Many Requests")]
    [InlineData("server_error", 500, "Internal Server Error")]
    [InlineData("provider_error", 502, "Bad Gateway")]
    [InlineData("temporarily_unavailable", 503, "Service Unavailable")]
    public void Json_WithoutType_HasTheTitleOfItsStatus(string code, int status, string title)
    {
        LinkError error = Wire.Error(code) with { Message = "What happened", Title = "My own title", State = "xyz" };

        Wire.Body(LinkErrorDialects.ProblemDetails, error)
            .Should().Be($$"""{"type":"about:blank","title":"{{title}}","status":{{status}},"detail":"What happened","code":"{{code}}"}""");
        LinkErrorDialects.ProblemDetails.GetStatusCode(error, LinkErrorWriteContext.Default).Should().Be(status);
        LinkErrorDialects.ProblemDetails.GetWireCode(error.Definition).Should().Be(code);
    }

    // RFC 9457 §3.1.1, §3.1.3: type is a URI reference, and title does not change from occurrence to occurrence.
    [Fact]
    public void Json_WithType_HasTheTitleOfItsDefinition()
    {
        LinkError error = Wire.Error("link_token_expired") with
        {
            Title = "My own title",
            HelpUri = new Uri("https://docs.example.org/errors#link_token_expired"),
            ReferenceId = "00-abc-01",
            Scopes = ["read", "write"],
            Data = JsonElement.Parse("""{"provider":"Fitbit","retry_count":2}"""),
        };

        Wire.Body(LinkErrorDialects.ProblemDetails, error).Should().Be(
            """{"type":"https://docs.example.org/errors#link_token_expired","title":"Link token expired","status":400,"detail":"The link token has expired.","code":"link_token_expired","traceId":"00-abc-01","scopes":["read","write"],"provider":"Fitbit","retry_count":2}""");
    }

    [Fact]
    public void Status_SetExplicitly_IsInBodyAndTitle() =>
        Wire.Body(LinkErrorDialects.ProblemDetails, Wire.Error("conflict") with { StatusCode = 410, Message = "x" })
            .Should().Be("""{"type":"about:blank","title":"Gone","status":410,"detail":"x","code":"conflict"}""");

    // RFC 9457 §4.2.1 leaves no word for a status that the registry has no name for.
    [Fact]
    public void Json_OfAStatusWithoutAName_HasATitle() =>
        Wire.Body(LinkErrorDialects.ProblemDetails, Wire.Error("conflict") with { StatusCode = 499, Message = "x" })
            .Should().Be("""{"type":"about:blank","title":"Error","status":499,"detail":"x","code":"conflict"}""");

    // RFC 9457 §3.2: an extension has three or more letters, digits or underscores; anything else goes whole into data, so
    // that no member stands twice.
    [Theory]
    [InlineData("""{"abc":1,"a_2":[]}""", true)]
    [InlineData("""{"ab":1}""", false)]
    [InlineData("""{"1abc":1}""", false)]
    [InlineData("""{"a-bc":1}""", false)]
    [InlineData("""{"fine":1,"not fine":2}""", false)]
    [InlineData("""{"title":"x"}""", false)]
    [InlineData("""{"status":200}""", false)]
    [InlineData("""{"instance":"x"}""", false)]
    [InlineData("""{"data":1}""", false)]
    [InlineData("""{"debug":1}""", false)]
    [InlineData("[1,2]", false)]
    [InlineData("\"text\"", false)]
    [InlineData("7", false)]
    public void Data_OfAnyJson_IsCarriedBothWays(string data, bool asExtensions)
    {
        LinkError error = Wire.Error("not_found") with { Data = JsonElement.Parse(data) };

        JsonElement body = JsonElement.Parse(Wire.Body(LinkErrorDialects.ProblemDetails, error));
        body.EnumerateObject().Select(member => member.Name).Should().OnlyHaveUniqueItems();
        body.TryGetProperty("data", out JsonElement whole).Should().Be(!asExtensions);
        (asExtensions ? data : whole.GetRawText()).Should().Be(data);
        LinkError read = LinkErrorDialects.ProblemDetails.ReadResponse(Wire.Response(LinkErrorDialects.ProblemDetails, error), LinkErrorCatalog.Default)!;
        read.Data!.Value.GetRawText().Should().Be(data);
    }

    [Fact]
    public void Data_OfANullMember_IsNone() => Wire.Read("problem-details", 404, """{"code":"not_found","data":null}""")!.Data.Should().BeNull();

    // On a redirect: as oauth; challenges and delays too.
    [Fact]
    public void Parameters_OfError_AreThoseOfOAuth() =>
        Wire.Parameters(LinkErrorDialects.ProblemDetails, Wire.Error("link_token_expired") with { State = "xyz" }, new LinkErrorWriteContext { Issuer = "https://issuer.example" })
            .Should().Equal("error=invalid_request", "error_description=The link token has expired.", "state=xyz", "iss=https://issuer.example");

    [Fact]
    public void Headers_OfError_AreThoseOfOAuth() =>
        Wire.Headers(LinkErrorDialects.ProblemDetails, Wire.Error("insufficient_scope") with { Scopes = ["a"], Message = "x", RetryAfter = TimeSpan.FromSeconds(2) }, new LinkErrorWriteContext { CredentialScheme = "Bearer" })
            .Should().Equal("Retry-After: 2", "WWW-Authenticate: Bearer realm=\"link\", error=\"insufficient_scope\", error_description=\"x\", scope=\"a\"");

    [Fact]
    public void Reader_OfParameters_NamesItself() =>
        Wire.Read("problem-details", "?error=access_denied&error_description=No&state=xyz")!
            .Should().Be(Wire.Error("access_denied") with { Message = "No", State = "xyz", Origin = new LinkErrorOrigin("problem-details", "access_denied", "No") });

    [Fact]
    public void Reader_OfFullProblem_KeepsEveryValue() =>
        Wire.Read("problem-details", 409, """{"type":"https://docs.example.org/e#x","title":"Twice","status":400,"detail":"Already there","instance":"/x","code":"duplicate_connection","traceId":"t-1","scopes":["a",1,"b"],"provider":"Fitbit"}""", ("Retry-After", "4"))!
            .Should().Be(Wire.Error("duplicate_connection") with
            {
                Title = "Twice",
                Message = "Already there",
                StatusCode = 409,
                HelpUri = new Uri("https://docs.example.org/e#x"),
                ReferenceId = "t-1",
                Scopes = ["a", "b"],
                Data = JsonElement.Parse("""{"provider":"Fitbit"}"""),
                RetryAfter = TimeSpan.FromSeconds(4),
                Origin = new LinkErrorOrigin("problem-details", "duplicate_connection", "Already there") { WireUri = "https://docs.example.org/e#x" },
            });

    // RFC 9457 §3.1: every member is optional; a problem of somebody else has no code, so its status decides.
    [Theory]
    [InlineData(400, "generic_error")]
    [InlineData(401, "invalid_token")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not_found")]
    [InlineData(409, "conflict")]
    [InlineData(422, "unprocessable_entity")]
    [InlineData(429, "rate_limited")]
    [InlineData(500, "server_error")]
    [InlineData(502, "server_error")]
    [InlineData(503, "temporarily_unavailable")]
    public void Reader_WithoutCode_GoesByTheStatus(int status, string code)
    {
        foreach (string body in (string[])["""{"detail":"x"}""", """{"title":"x"}""", """{"type":"about:blank"}"""])
        {
            LinkError error = Wire.Read("problem-details", status, body)!;
            error.Should().BeEquivalentTo(new { Code = code, StatusCode = status });
            error.Origin!.WireCode.Should().BeNull();
        }
    }

    // RFC 9457 §4.2.1: without a type of its own, the title is the name of the status, which tells nobody anything.
    [Theory]
    [InlineData("""{"title":"Not Found"}""", null, null)]
    [InlineData("""{"type":"about:blank","title":"NOT FOUND"}""", null, null)]
    [InlineData("""{"type":"about:blank"}""", null, null)]
    [InlineData("""{"title":"No such pet"}""", "No such pet", "No such pet")]
    [InlineData("""{"type":"about:blank","title":"No such pet"}""", "No such pet", "No such pet")]
    [InlineData("""{"type":"https://e.example/p","title":"Not Found"}""", "Not Found", "Not Found")]
    [InlineData("""{"title":"No such pet","detail":"It ran away."}""", "No such pet", "It ran away.")]
    [InlineData("""{"title":"Not Found","detail":"It ran away."}""", null, "It ran away.")]
    [InlineData("""{"detail":"It ran away."}""", null, "It ran away.")]
    public void Reader_OfATitle_TakesWhatIsNoNameOfTheStatus(string body, string? title, string? message)
    {
        LinkError error = Wire.Read("problem-details", 404, body)!;

        error.Title.Should().Be(title ?? "Not found");
        error.HasExplicitMessage.Should().Be(message is not null);
        error.Message.Should().Be(message ?? "The resource was not found.");
        error.Origin!.WireText.Should().Be(message);
    }

    // RFC 9457 §4.2.1: about:blank is no type; §3.2: and none of its own members is an extension.
    [Theory]
    [InlineData("""{"type":"about:blank","title":"Not Found","status":404,"detail":"d","instance":"/i","code":"not_found","traceId":"t","scopes":[],"debug":{}}""", null)]
    [InlineData("""{"title":"Not Found"}""", null)]
    [InlineData("""{"type":"urn:x:y","title":"Not Found"}""", "urn:x:y")]
    public void Reader_WithoutTypeOrExtensions_HasNeither(string body, string? type)
    {
        LinkError error = Wire.Read("problem-details", 404, body)!;

        error.Origin!.WireUri.Should().Be(type);
        error.Data.Should().BeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":"x"}""")]
    [InlineData("""{"code":7,"detail":null}""")]
    [InlineData("[]")]
    public void Reader_OfOtherJson_ReadsNothing(string body) => Wire.Read("problem-details", 400, body).Should().BeNull();

    [Theory]
    [InlineData("https://e.example/p")]
    [InlineData("http://e.example/p")]
    public void Reader_OfTypeThatIsAPage_HasItAsHelpUri(string type) =>
        Wire.Read("problem-details", 404, $$"""{"type":"{{type}}","title":"Not Found","code":"not_found"}""")!.HelpUri.Should().Be(new Uri(type));

    [Theory]
    [InlineData("about:blank")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/errors/x")]
    [InlineData("urn:x:y")]
    public void Reader_OfTypeThatIsNoPage_HasNoHelpUri(string type) =>
        Wire.Read("problem-details", 404, $$"""{"type":"{{type}}","title":"Not Found","code":"not_found"}""")!.HelpUri.Should().BeNull();
}
