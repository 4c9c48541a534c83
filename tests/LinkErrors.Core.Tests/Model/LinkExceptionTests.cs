using System.Runtime.CompilerServices;
using LinkErrors.Exceptions;

namespace LinkErrors.Core.Tests.Model;

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

    /// <summary>Hosts log exceptions: what begins a line or steers a terminal must not come out of somebody's text.</summary>
    [Theory]
    [InlineData("a\nb", "a\\u000Ab")]
    [InlineData("a\r\nb", "a\\u000D\\u000Ab")]
    [InlineData("\u001b[31m", "\\u001B[31m")]
    [InlineData("\0\t\b\u007f", "\\u0000\\u0009\\u0008\\u007F")]
    [InlineData("\u0085\u009b", "\\u0085\\u009B")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    [InlineData("\u202e\u200b", "\\u202E\\u200B")]
    [InlineData("\ud83d\ude00 é 字", "\ud83d\ude00 é 字")]
    [InlineData("", "")]
    public void Text_OfOthers_IsOnOneLineInWhatHostsLog(string text, string shown)
    {
        LinkTokenExpiredException debug = new(text);
        LinkTokenExpiredException open = new() { PublicMessage = text.Length == 0 ? " " : text };

        debug.Message.Should().Be("link_token_expired: " + shown);
        debug.ToString().Should().Be($"{typeof(LinkTokenExpiredException).FullName}: link_token_expired: {shown}");
        debug.DebugMessage.Should().Be(text, "it is the text itself");
        open.Message.Should().EndWith(shown);
        open.Error.ToString().Should().EndWith(shown);
    }

    /// <summary>A fact, because xunit cannot carry half a pair in the data of a theory.</summary>
    [Fact]
    public void Message_WithHalfAPair_ShowsItAsAnEscape() =>
        new LinkTokenExpiredException("\ud800x\udc00").Message.Should().Be("link_token_expired: \\uD800x\\uDC00");

    /// <summary>The lines of the stack stay lines, whatever the messages of the causes are.</summary>
    [Theory]
    [InlineData("a\nERROR forged")]
    [InlineData("\n")]
    [InlineData("\r\n   at forged()")]
    public void ToString_WithCauses_HasNoLineOfTheirMessages(string text)
    {
        IOException deep = new(text);
        AggregateException many = new(new InvalidOperationException(text, deep), new LinkTokenExpiredException(text));
        ProviderApiException exception = Catch(() => throw new ProviderApiException(text, many));

        string[] lines = exception.ToString().Split(Environment.NewLine);

        lines.Should().NotContain(line => line.StartsWith("ERROR", StringComparison.Ordinal) || line.Contains("at forged()", StringComparison.Ordinal) && !line.Contains("\\u000A", StringComparison.Ordinal));
        lines.Should().OnlyContain(line => line.Length == 0 || line.StartsWith("   ", StringComparison.Ordinal) || line.StartsWith(" ---> ", StringComparison.Ordinal) || line == lines[0]);
        lines.Should().Contain(line => line.StartsWith("   at ", StringComparison.Ordinal), "the stack is still there");
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
        InsufficientScopeException exception = new() { Scopes = ["read"], PublicMessage = "No." };

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
        throw new ProviderApiException(debugMessage, new InvalidOperationException("the cause")) { Provider = "Fitbit" };

    private static ProviderApiException Catch(Action action) => FluentActions.Invoking(action).Should().Throw<ProviderApiException>().Which;
}
