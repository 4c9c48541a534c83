namespace LinkErrors.Core.Tests.Model;

public sealed class LinkErrorDefinitionTests
{
    [Fact]
    public void Definition_WithCodeOnly_HasTheDocumentedDefaults()
    {
        LinkErrorDefinition definition = new("device_offline");

        definition.Code.Should().Be("device_offline");
        definition.Title.Should().Be("Request failed");
        definition.Message.Should().Be("The request failed.");
        definition.StatusCode.Should().Be(400);
        definition.Family.Should().Be("Errors of this application");
        definition.Description.Should().BeEmpty();
        definition.Action.Should().BeEmpty();
        definition.MayRedirect.Should().BeTrue();
        definition.IsTransient.Should().BeFalse();
        definition.OAuthCode.Should().Be("invalid_request");
        definition.ExceptionFactory.Should().BeNull();
    }

    // A code stands in URLs, JSON and headers of every dialect, so it is kept to letters, digits, '_', '-' and '.'.
    [Theory]
    [InlineData("a")]
    [InlineData("link.orcid_error")]
    [InlineData("orcid-invalid-token")]
    [InlineData("invalidToken2")]
    public void Code_OfAllowedCharacters_IsKept(string code) => new LinkErrorDefinition(code).Code.Should().Be(code);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("device offline")]
    [InlineData("device\r\noffline")]
    [InlineData("gerät")]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    [InlineData("a/b")]
    [InlineData("a&b=c")]
    public void Code_OfOtherCharacters_IsRefusedWithTheRule(string code) =>
        FluentActions.Invoking(() => new LinkErrorDefinition(code)).Should().Throw<ArgumentException>().WithParameterName(nameof(code))
            .WithMessage("*1 to 100 ASCII letters, digits, '_', '-' or '.'*");

    [Fact]
    public void Code_Null_IsRefused() =>
        FluentActions.Invoking(() => new LinkErrorDefinition(null!)).Should().Throw<ArgumentException>().WithParameterName("code");

    [Fact]
    public void Code_Length_EndsAt100()
    {
        new LinkErrorDefinition(new string('a', 100)).Code.Should().HaveLength(100);
        FluentActions.Invoking(() => new LinkErrorDefinition(new string('a', 101))).Should().Throw<ArgumentException>();
    }

    // ORCID Link: a title has 5 to 50 characters.
    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public void Title_WithinTheRule_IsKept(int length) =>
        new LinkErrorDefinition("x") { Title = new string('t', length) }.Title.Should().HaveLength(length);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(51)]
    public void Title_OutsideTheRule_IsRefusedWithTheRule(int length) =>
        FluentActions.Invoking(() => new LinkErrorDefinition("x") { Title = new string('t', length) })
            .Should().Throw<ArgumentException>().WithMessage("*of 'x'*5 to 50 characters*");

    [Theory]
    [InlineData(400)]
    [InlineData(599)]
    public void StatusCode_OfAnError_IsKept(int status) => new LinkErrorDefinition("x") { StatusCode = status }.StatusCode.Should().Be(status);

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(399)]
    [InlineData(600)]
    public void StatusCode_OfNoError_IsRefused(int status) =>
        FluentActions.Invoking(() => new LinkErrorDefinition("x") { StatusCode = status }).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Message_Empty_IsRefused(string? message) =>
        FluentActions.Invoking(() => new LinkErrorDefinition("x") { Message = message! }).Should().Throw<ArgumentException>();

    [Fact]
    public void Exception_WithoutFactory_IsPlain()
    {
        LinkException exception = new LinkError(new LinkErrorDefinition("device_offline")).ToException();

        exception.Should().BeOfType<LinkException>().Which.Code.Should().Be("device_offline");
    }

    [Fact]
    public void CreateError_WithMembers_FillsTheTemplate()
    {
        LinkErrorDefinition definition = new("device_offline") { Message = "The device {device} in {room|some room} is offline." };

        LinkError error = definition.CreateError(("device", "lamp"), ("room", null), ("floor", ""));

        error.Message.Should().Be("The device lamp in some room is offline.");
        error.Data!.Value.GetRawText().Should().Be("""{"device":"lamp"}""");
        definition.CreateError().Should().Be(new LinkError(definition));
    }
}
