using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>A code that means another one changes the definition, and nothing that the peer said.</summary>
public sealed class CodeMappingTests
{
    [Fact]
    public void Code_ThatMeansAnother_KeepsEveryValueOfThePeer()
    {
        LinkError error = Reader("X1", LinkErrorCodes.RateLimited).ReadResponse(
            402,
            [KeyValuePair.Create("Content-Type", "application/problem+json"), KeyValuePair.Create("Retry-After", "4")],
            """{"type":"https://e.example/p","code":"X1","title":"No credit","detail":"Buy some.","traceId":"t-1","scopes":["a"],"balance":30}""").Error!;

        error.Should().Be(new LinkError(LinkErrorDefinitions.RateLimited)
        {
            Title = "No credit",
            Message = "Buy some.",
            StatusCode = 402,
            HelpUri = new Uri("https://e.example/p"),
            ReferenceId = "t-1",
            Scopes = ["a"],
            Data = JsonElement.Parse("""{"balance":30}"""),
            RetryAfter = TimeSpan.FromSeconds(4),
            Origin = new LinkErrorOrigin("problem-details", "X1", "Buy some.") { WireUri = "https://e.example/p" },
        });
    }

    [Fact]
    public void Code_ThatMeansAnother_GivesUpTheTitleOfTheFormerAndKeepsTheState()
    {
        LinkError error = Reader("access_denied", LinkErrorCodes.UserCancelled).ReadCallback("/cb?error=access_denied&state=xyz").Error!;

        error.Title.Should().Be(LinkErrorDefinitions.UserCancelled.Title).And.NotBe(LinkErrorDefinitions.AccessDenied.Title);
        error.HasExplicitMessage.Should().BeFalse();
        error.State.Should().Be("xyz");
    }

    // Zapier's fixed descriptions are no messages, but where the code means something else they are all that is known.
    [Fact]
    public void Code_ThatMeansAnother_HasTheTextOfTheWireAsItsMessage()
    {
        LinkErrorReaderOptions options = new() { Dialect = LinkErrorDialects.Zapier, Codes = { ["invalid_request"] = LinkErrorCodes.LinkTokenConsumed } };

        LinkError error = new LinkErrorReader(options).ReadCallback("/cb?error=invalid_request&error_description=Token%20expired").Error!;

        error.Code.Should().Be("link_token_consumed");
        error.Message.Should().Be("Token expired");
        error.HasExplicitMessage.Should().BeTrue();
    }

    // A status that tells of an error is the peer's; one that does not, as of a callback or of Junction, is the definition's.
    [Theory]
    [InlineData(null, 429)]
    [InlineData(200, 429)]
    [InlineData(399, 429)]
    [InlineData(400, 400)]
    [InlineData(599, 599)]
    public void Code_ThatMeansAnother_KeepsTheStatusOfAnError(int? status, int expected)
    {
        LinkErrorReader reader = Reader("X1", LinkErrorCodes.RateLimited);

        LinkErrorReading reading = status is null
            ? reader.ReadCallback("/cb?error=X1")
            : reader.ReadResponse(status.Value, headers: null, """{"state":"error","error_type":"X1"}""");

        reading.Error!.Code.Should().Be("rate_limited");
        reading.Error.StatusCode.Should().Be(expected);
    }

    private static LinkErrorReader Reader(string wireCode, string code) => new(new LinkErrorReaderOptions { Codes = { [wireCode] = code } });

    // What stands behind the prefix of a failed provider is its message, and the prefix is not.
    [Fact]
    public void Code_ThatMeansAnother_KeepsTheMessageRatherThanTheTextOfTheWire()
    {
        LinkErrorReaderOptions options = new() { Dialect = LinkErrorDialects.Zapier, Codes = { ["server_error"] = LinkErrorCodes.Conflict } };

        new LinkErrorReader(options).ReadCallback("/cb?error=server_error&error_description=OAuth%20Failed%3A%20nope").Error!.Message.Should().Be("nope");
    }
}
