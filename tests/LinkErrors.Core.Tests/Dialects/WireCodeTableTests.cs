using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class WireCodeTableTests
{
    private static readonly WireCodeTable Table = new(("expired", "link_token_expired"));

    [Fact]
    public void Table_OfRow_TranslatesBothWays()
    {
        Table.ToWire("link_token_expired").Should().Be("expired");
        Table.ToCanonical("expired").Should().Be("link_token_expired");
    }

    [Fact]
    public void Table_WithoutRow_ChangesNothing()
    {
        Table.ToWire("other").Should().Be("other");
        Table.ToCanonical("other").Should().Be("other");
        Table.ToCanonical("Expired").Should().Be("Expired", "codes are compared letter for letter");
    }

    [Fact]
    public void Table_WithACodeTwice_IsRefused()
    {
        FluentActions.Invoking(() => new WireCodeTable(("a", "x"), ("a", "y"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new WireCodeTable(("a", "x"), ("b", "x"))).Should().Throw<ArgumentException>();
    }
}
