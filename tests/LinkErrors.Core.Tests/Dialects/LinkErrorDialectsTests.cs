using System.Reflection;
using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class LinkErrorDialectsTests
{
    public static TheoryData<string> Names { get; } = [.. Wire.DialectNames];

    [Fact]
    public void All_OfTheLibrary_AreTheSevenByTheirNames()
    {
        LinkErrorDialects.All.Select(dialect => dialect.Name).Should().Equal(Wire.DialectNames);
        typeof(LinkErrorDialects).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(LinkErrorDialect))
            .Select(property => property.GetValue(null)).Should().HaveCount(7).And.BeEquivalentTo(LinkErrorDialects.All);
    }

    // Junction redirects with 307, everybody else with 302; RFC 9457 §3 has a media type of its own.
    [Theory]
    [InlineData("junction", 307, "application/json")]
    [InlineData("orcidlink", 302, "application/json")]
    [InlineData("zapier", 302, "application/json")]
    [InlineData("centralauth", 302, "application/json")]
    [InlineData("loop", 302, "application/json")]
    [InlineData("oauth", 302, "application/json")]
    [InlineData("problem-details", 302, "application/problem+json")]
    public void Dialect_OfEachSystem_HasItsStatusAndMediaType(string name, int status, string contentType)
    {
        LinkErrorDialect dialect = Wire.Dialect(name);

        dialect.RedirectStatusCode.Should().Be(status);
        dialect.ContentType.Should().Be(contentType);
        dialect.ToString().Should().Be(name);
    }

    // CentralAuth alone knows a way back to its login page, Zapier alone has a popup message of its own.
    [Fact]
    public void OptionalInterfaces_OfTheLibrary_AreWhereASystemHasMore()
    {
        LinkErrorDialects.All.OfType<ILoginRetryDialect>().Should().Equal((ILoginRetryDialect)LinkErrorDialects.CentralAuth);
        LinkErrorDialects.All.OfType<IWebMessageDialect>().Should().Equal((IWebMessageDialect)LinkErrorDialects.Zapier);
        LinkErrorDialects.All.Should().AllBeAssignableTo<IBodyTypeDialect>();
    }

    [Fact]
    public void Context_WithoutValues_HasTheDocumentedDefaults()
    {
        LinkErrorWriteContext.Default.Should().Be(new LinkErrorWriteContext());
        LinkErrorWriteContext.Default.Issuer.Should().BeNull();
        LinkErrorWriteContext.Default.Realm.Should().Be("link");
        LinkErrorWriteContext.Default.CredentialScheme.Should().BeNull();
        LinkErrorWriteContext.Default.DebugDetails.Should().BeNull();
    }

    // A code and a state are sent whole; prose may be shortened when the URL grows too long.
    [Theory]
    [InlineData("junction", "error")]
    [InlineData("orcidlink", "message")]
    [InlineData("zapier", "error_description")]
    [InlineData("centralauth", "error_description")]
    [InlineData("loop", "error_description")]
    [InlineData("oauth", "error_description")]
    [InlineData("problem-details", "error_description")]
    public void Parameters_OfEachSystem_MarkTheirProse(string name, string prose)
    {
        LinkErrorParameters parameters = [];

        Wire.Dialect(name).WriteParameters(Wire.Error("invalid_grant") with { State = "xyz" }, LinkErrorWriteContext.Default, parameters);

        parameters.Where(parameter => parameter.IsText).Select(parameter => parameter.Name).Should().Equal(prose);
    }

    // An absent member is left out, never null or empty.
    [Theory]
    [MemberData(nameof(Names))]
    public void Members_OfABareError_AreNeverNullOrEmpty(string name)
    {
        JsonElement body = JsonElement.Parse(Wire.Body(Wire.Dialect(name), Wire.Error("generic_error")));

        body.EnumerateObject().Should().NotBeEmpty();
        body.EnumerateObject().Should().OnlyContain(member => member.Value.ToString().Length > 0 && member.Value.ValueKind != JsonValueKind.Null);
        body.EnumerateObject().Select(member => member.Name).Should().OnlyHaveUniqueItems();
    }

    // Debug details go into bodies when they are switched on, and into a URL never.
    [Theory]
    [MemberData(nameof(Names))]
    public void DebugDetails_SwitchedOn_AreInTheBodyOnly(string name)
    {
        LinkErrorDialect dialect = Wire.Dialect(name);
        LinkError error = Wire.Error("server_error");
        LinkErrorWriteContext context = new() { CredentialScheme = "Bearer", DebugDetails = new LinkErrorDebugDetails("System.Exception: hunter2", ["at A()", "at B()"]) };

        Wire.Body(dialect, error).Should().NotContainAny("debug", "exception", "traceback");
        string place = name == "orcidlink" ? "data" : "debug";
        JsonElement details = JsonElement.Parse(Wire.Body(dialect, error, context)).GetProperty(place);
        details.GetRawText().Should().Be("""{"exception":"System.Exception: hunter2","traceback":["at A()","at B()"]}""");
        Wire.Parameters(dialect, error, context).Should().NotContainMatch("*hunter2*");
        Wire.Headers(dialect, error, context).Should().NotContainMatch("*hunter2*");
    }

    [Fact]
    public void WriteBody_OfNull_IsRefused()
    {
        using Utf8JsonWriter writer = new(Stream.Null);
        LinkError error = Wire.Error("generic_error");

        FluentActions.Invoking(() => LinkErrorDialects.OAuth.WriteBody(null!, LinkErrorWriteContext.Default, writer)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => LinkErrorDialects.OAuth.WriteBody(error, null!, writer)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => LinkErrorDialects.OAuth.WriteBody(error, LinkErrorWriteContext.Default, null!)).Should().Throw<ArgumentNullException>();
    }
}
