using System.Text.Json;
using LinkErrors.Exceptions;

namespace LinkErrors.Core.Tests.Model;

public sealed class MessageTemplateTests
{
    [Theory]
    [InlineData(null, "The provider reported an error.")]
    [InlineData("", "The provider reported an error.")]
    [InlineData("Fitbit", "Fitbit reported an error.")]

    // A value is not a template: what a provider calls itself is not filled in again.
    [InlineData("{provider|x}", "{provider|x} reported an error.")]
    public void ProviderError_WithProvider_NamesIt(string? provider, string message) =>
        new ProviderErrorException { Provider = provider }.PublicMessage.Should().Be(message);

    [Theory]
    [InlineData("", "Required fields are missing: see the documentation.")]
    [InlineData("email", "Required fields are missing: email.")]
    [InlineData("email name", "Required fields are missing: email, name.")]
    public void MissingFields_WithFields_ListsThem(string fields, string message) =>
        new MissingFieldsException { Fields = fields.Split(' ', StringSplitOptions.RemoveEmptyEntries) }.PublicMessage.Should().Be(message);

    // CentralAuth: the message of entityMissing and entityInvalid names the entity.
    [Fact]
    public void Entity_WithName_IsNamed()
    {
        new EntityMissingException { Entity = "Organization" }.PublicMessage.Should().Be("Organization is missing.");
        new EntityInvalidException { Entity = "Organization" }.PublicMessage.Should().Be("Organization is not valid.");
    }

    [Theory]
    [InlineData("No placeholder.", "No placeholder.")]
    [InlineData("{text}", "t")]
    [InlineData("{text}{text}", "tt")]
    [InlineData("a {text|x} b {none|x} c", "a t b x c")]
    [InlineData("{none}", "none")]
    [InlineData("{none|}!", "!")]
    [InlineData("{|x}", "x")]
    [InlineData("{none|a|b}", "a|b")]
    [InlineData("{number} {yes} {no}", "1.50 true false")]
    [InlineData("{list}", "a, b")]
    [InlineData("{mixed}", "a")]
    [InlineData("{empty|nothing}", "nothing")]
    [InlineData("{object|x} {nil|x}", "x x")]

    // A template that somebody left unclosed is shown, not thrown.
    [InlineData("open {text", "open {text")]
    [InlineData("close } it", "close } it")]
    [InlineData("{text} {", "t {")]
    public void Message_OfTemplate_IsFilledFromData(string template, string message)
    {
        LinkErrorDefinition definition = new("x") { Message = template };
        JsonElement data = JsonElement.Parse("""{"text":"t","number":1.50,"yes":true,"no":false,"list":["a","b"],"mixed":["a",1],"empty":[],"object":{},"nil":null}""");

        new LinkError(definition) { Data = data }.Message.Should().Be(message);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void Message_OfDataThatIsNoObject_IsTheDefault(string data) =>
        new LinkError(LinkErrorDefinitions.ProviderError) { Data = JsonElement.Parse(data) }.Message.Should().Be("The provider reported an error.");

    [Fact]
    public void Message_SetExplicitly_IsNoTemplate() =>
        new LinkError(LinkErrorDefinitions.ProviderError) { Message = "{provider}" }.Message.Should().Be("{provider}");
}
