using System.Text.Json;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>What comes back beside the code, and where a dialect has no place for it.</summary>
public sealed class RoundTripValuesTests
{
    public static TheoryData<string> Dialects { get; } = [.. Wire.DialectNames];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Message_SetExplicitly_ComesBack(string name)
    {
        LinkError error = Wire.Error("access_denied") with { Message = "You said no: 100% + 1 & more #1 [ok]." };

        OverUrl(name, error).Message.Should().Be(error.Message);
        OverJson(name, error).Message.Should().Be(error.Message);
        OverUrl(name, error).Origin!.WireText.Should().Be(error.Message);
    }

    // RFC 6749 §4.1.2.1: the exact value that the client sent. Junction and ORCID Link have no place for it.
    [Theory]
    [InlineData("junction", false)]
    [InlineData("orcidlink", false)]
    [InlineData("zapier", true)]
    [InlineData("centralauth", true)]
    [InlineData("loop", true)]
    [InlineData("oauth", true)]
    [InlineData("problem-details", true)]
    public void State_OfAnyCharacters_ComesBackExactly(string name, bool isCarried)
    {
        foreach (string state in (string[])["xyz", "a+b c%20d", "?a=1&b=2#c", "\"\\<>{}", "é日\U0001F600", "\r\n\t\0", "error", " "])
        {
            OverUrl(name, Wire.Error("access_denied") with { State = state }).State.Should().Be(isCarried ? state : null);
        }

        OverUrl(name, Wire.Error("access_denied")).State.Should().BeNull();
        OverJson(name, Wire.Error("access_denied") with { State = "xyz" }).State.Should().BeNull("JSON answers the one who asked");
    }

    // RFC 9110 §10.2.3: a header, so every dialect has it.
    [Theory]
    [MemberData(nameof(Dialects))]
    public void RetryAfter_OfResponse_ComesBackInSeconds(string name)
    {
        LinkError error = Wire.Error("temporarily_unavailable") with { RetryAfter = TimeSpan.FromSeconds(29.5) };

        OverJson(name, error).RetryAfter.Should().Be(TimeSpan.FromSeconds(30));
        OverJson(name, error with { RetryAfter = null }).RetryAfter.Should().BeNull();
    }

    // RFC 6750 §3: the scopes travel in the challenge; problem-details has a member for them.
    [Theory]
    [InlineData("junction", false)]
    [InlineData("orcidlink", false)]
    [InlineData("zapier", false)]
    [InlineData("centralauth", false)]
    [InlineData("loop", true)]
    [InlineData("oauth", true)]
    [InlineData("problem-details", true)]
    public void Scopes_OfInsufficientScope_ComeBackWhereThereIsAPlace(string name, bool isCarried)
    {
        LinkError error = new InsufficientScopeException { Scopes = ["profile:read", "profile:write"] }.Error;

        OverJson(name, error).Scopes.Should().Equal(isCarried ? error.Scopes : []);
    }

    // RFC 6749 §4.1.2.1 and §5.2: error_uri; RFC 9457 §3.1.1: type.
    [Theory]
    [InlineData("junction", false)]
    [InlineData("orcidlink", false)]
    [InlineData("zapier", false)]
    [InlineData("centralauth", false)]
    [InlineData("loop", true)]
    [InlineData("oauth", true)]
    [InlineData("problem-details", true)]
    public void HelpUri_OfError_ComesBackWhereThereIsAPlace(string name, bool isCarried)
    {
        const string Page = "https://docs.example.org/errors?lang=en&v=1#access_denied";
        LinkError error = Wire.Error("access_denied") with { HelpUri = new Uri(Page) };

        OverUrl(name, error).HelpUri?.OriginalString.Should().Be(Page);
        OverJson(name, error).HelpUri?.OriginalString.Should().Be(Page);
        (OverUrl(name, error).HelpUri is not null).Should().Be(isCarried);
        (OverJson(name, error).HelpUri is not null).Should().Be(isCarried);
    }

    [Theory]
    [InlineData("junction", false)]
    [InlineData("orcidlink", true)]
    [InlineData("zapier", false)]
    [InlineData("centralauth", false)]
    [InlineData("loop", false)]
    [InlineData("oauth", false)]
    [InlineData("problem-details", true)]
    public void Data_OfMissingFields_ComesBackWhereThereIsAPlace(string name, bool isCarried)
    {
        LinkError read = OverJson(name, new MissingFieldsException { Fields = ["email", "name"] }.Error);

        read.Data.HasValue.Should().Be(isCarried);
        read.Message.Should().Be("Required fields are missing: email, name.", "the text says it everywhere");
        if (isCarried)
        {
            read.ToException().Should().BeOfType<MissingFieldsException>().Which.Fields.Should().Equal("email", "name");
        }
    }

    // RFC 9470 §3 and RFC 9449 §8: these travel in headers.
    [Theory]
    [InlineData("loop")]
    [InlineData("oauth")]
    public void Data_OfChallenges_ComesBack(string name)
    {
        LinkError stepUp = new InsufficientUserAuthenticationException { AcrValues = "gold silver", MaxAge = TimeSpan.FromMinutes(5) }.Error;
        LinkError nonce = new UseDPoPNonceException { Nonce = "n-1" }.Error;
        LinkErrorWriteContext context = new() { CredentialScheme = "DPoP" };

        OverJson(name, stepUp, context).Data!.Value.GetRawText().Should().Be("""{"acr_values":"gold silver","max_age":300}""");
        OverJson(name, nonce, context).ToException().Should().BeOfType<UseDPoPNonceException>().Which.Nonce.Should().Be("n-1");
    }

    [Fact]
    public void Title_OfOrcidLink_ComesBack()
    {
        LinkError error = Wire.Error("not_found") with { Title = "No such link" };

        OverUrl("orcidlink", error).Title.Should().Be("No such link");
        OverJson("orcidlink", error).Title.Should().Be("No such link");
    }

    [Fact]
    public void ReferenceId_OfProblemDetails_ComesBack() =>
        OverJson("problem-details", Wire.Error("server_error") with { ReferenceId = "00-abc-01" }).ReferenceId.Should().Be("00-abc-01");

    // The most that a dialect can carry, compared as a whole.
    [Fact]
    public void Error_OverProblemDetails_ComesBackWhole()
    {
        LinkError error = Wire.Error("duplicate_connection") with
        {
            Message = "Schon verknüpft \U0001F600",
            StatusCode = 410,
            HelpUri = new Uri("https://docs.example.org/e#x"),
            ReferenceId = "t-1",
            Scopes = ["a", "b"],
            RetryAfter = TimeSpan.FromSeconds(4),
            Data = JsonElement.Parse("""{"provider":"Fitbit","list":[1,null,{"x":"y"}]}"""),
        };

        OverJson("problem-details", error).Should().Be(error with { Origin = new LinkErrorOrigin("problem-details", "duplicate_connection", error.Message) { WireUri = error.HelpUri!.OriginalString } });
    }

    private static LinkError OverUrl(string name, LinkError error) =>
        Wire.Dialect(name).ReadParameters(Wire.Received(Wire.Dialect(name), error), LinkErrorCatalog.Default)!;

    private static LinkError OverJson(string name, LinkError error, LinkErrorWriteContext? context = null) =>
        Wire.Dialect(name).ReadResponse(Wire.Response(Wire.Dialect(name), error, context), LinkErrorCatalog.Default)!;
}
