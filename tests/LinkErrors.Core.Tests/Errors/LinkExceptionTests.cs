using System.Runtime.CompilerServices;
using LinkErrors.Exceptions;

namespace LinkErrors.Core.Tests.Errors;

/// <summary>The public and the debug text never mix.</summary>
public sealed class LinkExceptionTests
{
    private const string Debug = "row 17 of table tokens, Password=hunter2";

    [Fact]
    public void Exception_WithDebugMessage_KeepsItFromTheError()
    {
        LinkTokenExpiredException exception = new(Debug);

        exception.DebugMessage.Should().Be(Debug);
        exception.Message.Should().Be($"link_token_expired: {Debug}");
        exception.PublicMessage.Should().Be("The link token has expired.");
        exception.Error.Message.Should().Be(exception.PublicMessage);
        exception.Error.ToString().Should().NotContain("hunter2");
    }

    [Fact]
    public void Exception_WithoutDebugMessage_LogsThePublicText()
    {
        LinkTokenExpiredException exception = new();

        exception.DebugMessage.Should().BeNull();
        exception.Message.Should().Be("link_token_expired: The link token has expired.");
    }

    [Fact]
    public void PublicMessage_SetExplicitly_ReplacesTheTextThatIsSent()
    {
        LinkTokenExpiredException exception = new(Debug) { PublicMessage = "Ask for a new link." };

        exception.PublicMessage.Should().Be("Ask for a new link.");
        exception.Error.HasExplicitMessage.Should().BeTrue();
        exception.Message.Should().Be($"link_token_expired: {Debug}", "the public text is not the debug text");
    }

    [Fact]
    public void PublicMessage_SetExplicitly_KeepsTheOtherValues()
    {
        InsufficientScopeException exception = new(["read"]) { PublicMessage = "No." };

        exception.Error.Scopes.Should().Equal("read");
        exception.Code.Should().Be("insufficient_scope");
    }

    [Fact]
    public void ToString_OfAThrownException_KeepsInnerExceptionAndStack()
    {
        ProviderApiException exception = Catch(() => ThrowWithCause(Debug));

        string text = exception.ToString();

        text.Should().StartWith($"{typeof(ProviderApiException).FullName}: provider_api_error: {Debug}");
        text.Should().Contain("System.InvalidOperationException: the cause");
        text.Should().Contain(nameof(ThrowWithCause), "the stack belongs in the log");
        exception.InnerException.Should().BeOfType<InvalidOperationException>();
        exception.PublicMessage.Should().NotContainAny("hunter2", "the cause");
    }

    [Fact]
    public void Exception_OfDefinition_CarriesItsError()
    {
        LinkErrorDefinition definition = new("device_offline") { Message = "The device is offline.", StatusCode = 409 };

        LinkException exception = new(definition, Debug);

        exception.Code.Should().Be("device_offline");
        exception.Error.Should().Be(new LinkError(definition));
        exception.Message.Should().Be($"device_offline: {Debug}");
    }

    [Fact]
    public void Exception_OfNull_IsRefused()
    {
        FluentActions.Invoking(() => new LinkException((LinkErrorDefinition)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new LinkException((LinkError)null!)).Should().Throw<ArgumentNullException>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowWithCause(string debugMessage) =>
        throw new ProviderApiException("Fitbit", debugMessage, new InvalidOperationException("the cause"));

    private static ProviderApiException Catch(Action action) => FluentActions.Invoking(action).Should().Throw<ProviderApiException>().Which;
}
