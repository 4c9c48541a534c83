using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>A mistake in the options shows when a reader is made, not when its peer errs.</summary>
public sealed class ReaderOptionsTests
{
    [Theory]
    [MemberData(nameof(ReaderMistakes.Names), MemberType = typeof(ReaderMistakes))]
    public void Reader_WithAMistakeInItsOptions_IsNotMade(string name)
    {
        (Action<LinkErrorReaderOptions> configure, string[] says) = ReaderMistakes.All[name];

        FluentActions.Invoking(() =>
        {
            LinkErrorReaderOptions options = new();
            configure(options);
            return new LinkErrorReader(options);
        }).Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(says);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 1000)]
    public void Limits_AtTheirEdges_AreTaken(int maxLength, int maxDepth) =>
        new LinkErrorReader(new LinkErrorReaderOptions { MaxLength = maxLength, MaxDepth = maxDepth }).MaxLength.Should().Be(maxLength);

    // RFC 8259 §9: an implementation may set limits on the depth of nesting.
    [Theory]
    [InlineData(3, null)]
    [InlineData(2, LinkErrorUnreadable.NotJson)]
    public void Body_DeeperThanTheLimit_IsNotRead(int maxDepth, LinkErrorUnreadable? unreadable)
    {
        const string Body = """{"error":"invalid_grant","deep":[[]]}""";
        LinkErrorReader reader = new(new LinkErrorReaderOptions { MaxDepth = maxDepth });

        reader.ReadResponse(400, headers: null, Body).Unreadable.Should().Be(unreadable);
        reader.ReadResponse(400, headers: null, System.Text.Encoding.UTF8.GetBytes(Body)).Unreadable.Should().Be(unreadable);
    }

    [Fact]
    public void Adjust_OfTheApplication_HasTheLastWord()
    {
        List<int?> statuses = [];
        LinkErrorReader reader = new(new LinkErrorReaderOptions
        {
            Adjust = (error, response) =>
            {
                statuses.Add(response?.StatusCode);
                return error with { ReferenceId = "r-1" };
            },
        });

        reader.ReadCallback("/cb?error=access_denied").Error!.ReferenceId.Should().Be("r-1");
        reader.ReadResponse(409, headers: null, """{"error":"conflict"}""").Error!.ReferenceId.Should().Be("r-1");
        reader.ReadCallback("/cb?code=x&state=y").IsError.Should().BeFalse();
        statuses.Should().Equal(null, 409);
    }
}
