using System.Text.Json;

namespace LinkErrors.Core.Tests.Model;

public sealed class LinkErrorTests
{
    private static readonly LinkError Error = new(LinkErrorDefinitions.LinkTokenExpired);

    [Fact]
    public void Error_OfDefinition_HasItsTextsAndNothingElse()
    {
        Error.Definition.Should().BeSameAs(LinkErrorDefinitions.LinkTokenExpired);
        Error.Code.Should().Be("link_token_expired");
        Error.Title.Should().Be(LinkErrorDefinitions.LinkTokenExpired.Title);
        Error.Message.Should().Be(LinkErrorDefinitions.LinkTokenExpired.Message);
        Error.StatusCode.Should().Be(400);
        Error.HasExplicitMessage.Should().BeFalse();
        Error.IsTransient.Should().BeFalse();
        Error.State.Should().BeNull();
        Error.Data.Should().BeNull();
        Error.Scopes.Should().BeEmpty();
        Error.RetryAfter.Should().BeNull();
        Error.HelpUri.Should().BeNull();
        Error.ReferenceId.Should().BeNull();
        Error.Origin.Should().BeNull();
    }

    [Fact]
    public void Error_OfNullDefinition_IsRefused() =>
        FluentActions.Invoking(() => new LinkError(null!)).Should().Throw<ArgumentNullException>().WithParameterName("definition");

    [Fact]
    public void With_EveryValue_ChangesTheCopyOnly()
    {
        LinkErrorOrigin origin = new("junction", "token_expired", "gone");
        LinkError copy = Error with
        {
            Title = "Too late",
            Message = "Gone.",
            StatusCode = 410,
            State = "xyz",
            Data = JsonElement.Parse("""{"a":1}"""),
            Scopes = ["read"],
            RetryAfter = TimeSpan.FromSeconds(3),
            HelpUri = new Uri("https://docs.example.org/e"),
            ReferenceId = "trace",
            Origin = origin,
        };

        copy.Code.Should().Be("link_token_expired");
        copy.Title.Should().Be("Too late");
        copy.Message.Should().Be("Gone.");
        copy.HasExplicitMessage.Should().BeTrue();
        copy.StatusCode.Should().Be(410);
        copy.State.Should().Be("xyz");
        copy.Data!.Value.GetRawText().Should().Be("""{"a":1}""");
        copy.Scopes.Should().Equal("read");
        copy.RetryAfter.Should().Be(TimeSpan.FromSeconds(3));
        copy.HelpUri!.OriginalString.Should().Be("https://docs.example.org/e");
        copy.ReferenceId.Should().Be("trace");
        copy.Origin.Should().Be(origin);
        Error.Should().Be(new LinkError(LinkErrorDefinitions.LinkTokenExpired));
    }

    [Fact]
    public void With_NullTexts_RestoresTheDefinition()
    {
        LinkError changed = Error with { Title = "Too late", Message = "Gone." };

        LinkError restored = changed with { Title = null, Message = null };

        restored.Should().Be(Error);
        restored.HasExplicitMessage.Should().BeFalse();
        (changed with { Message = "" }).Message.Should().Be(Error.Message);
    }

    [Fact]
    public void Scopes_ChangedAfterwards_AreACopy()
    {
        string[] scopes = ["read"];
        LinkError error = Error with { Scopes = scopes };

        scopes[0] = "write";

        error.Scopes.Should().Equal("read");
    }

    [Fact]
    public void Scopes_Null_AreRefused() =>
        FluentActions.Invoking(() => Error with { Scopes = null! }).Should().Throw<ArgumentNullException>();

    [Theory]
    [InlineData(100)]
    [InlineData(200)]
    [InlineData(599)]
    public void StatusCode_OfHttp_IsKept(int status) => (Error with { StatusCode = status }).StatusCode.Should().Be(status);

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(600)]
    [InlineData(-1)]
    public void StatusCode_NotOfHttp_IsRefused(int status) =>
        FluentActions.Invoking(() => Error with { StatusCode = status }).Should().Throw<ArgumentOutOfRangeException>();

    // RFC 9110 §10.2.3: delay-seconds is not negative.
    [Fact]
    public void RetryAfter_Negative_IsRefused() =>
        FluentActions.Invoking(() => Error with { RetryAfter = TimeSpan.FromTicks(-1) }).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void RetryAfter_Zero_IsKept() => (Error with { RetryAfter = TimeSpan.Zero }).RetryAfter.Should().Be(TimeSpan.Zero);

    // RFC 6749 §4.1.2.1: error_uri names a web page.
    [Theory]
    [InlineData("https://docs.example.org/errors#x")]
    [InlineData("http://docs.example.org/errors")]
    public void HelpUri_OfAWebPage_IsKept(string uri) =>
        (Error with { HelpUri = new Uri(uri) }).HelpUri!.OriginalString.Should().Be(uri);

    [Theory]
    [InlineData("/errors")]
    [InlineData("errors#x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://docs.example.org/")]
    [InlineData("com.example.app:/help")]
    public void HelpUri_OfAnythingElse_IsRefusedWithTheRule(string uri) =>
        FluentActions.Invoking(() => Error with { HelpUri = new Uri(uri, UriKind.RelativeOrAbsolute) })
            .Should().Throw<ArgumentException>().WithMessage("HelpUri is *absolute http or https URI*");

    [Fact]
    public void ToString_OfAFullError_KeepsStateAndDataBack()
    {
        LinkError error = Error with { State = "s3cr3t-state", Data = JsonElement.Parse("""{"token":"s3cr3t-data"}"""), ReferenceId = "s3cr3t-trace" };

        error.ToString().Should().Be($"link_token_expired (400): {Error.Message}");
        $"{error}".Should().NotContain("s3cr3t");
    }

    // RFC 8259 §8.2: half a surrogate pair in JSON throws at the first look, which would be in the middle of an answer.
    [Fact]
    public void Data_WithHalfACharacter_IsReadable()
    {
        LinkError error = new(LinkErrorDefinitions.ProviderError) { Data = JsonElement.Parse("""{"provider":"x\ud800","\udc00":1}""") };

        error.Message.Should().Be("x\uFFFD reported an error.");
        error.Should().Be(error with { Data = JsonElement.Parse("""{"provider":"x\ufffd","\ufffd":1}""") });
        error.Data!.Value.EnumerateObject().Select(member => member.Name).Should().Equal("provider", "\uFFFD");
    }

    // An absent member is left out of a response, never null.
    [Fact]
    public void Data_UndefinedOrNull_IsNone()
    {
        (Error with { Data = default(JsonElement) }).Data.Should().BeNull();
        (Error with { Data = JsonElement.Parse("null") }).Data.Should().BeNull();
    }
}
