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
    public void Table_OfSeveralCodesForOne_ReadsAllAndWritesTheFirst()
    {
        WireCodeTable table = new(("expired", "link_token_expired"), ("too_old", "link_token_expired"));

        table.ToCanonical("expired").Should().Be("link_token_expired");
        table.ToCanonical("too_old").Should().Be("link_token_expired");
        table.ToWire("link_token_expired").Should().Be("expired");
    }

    // A code that a system spells as we do has a row or none: only asking for the row tells.
    [Fact]
    public void Table_AskedForARow_TellsWhetherThereIsOne()
    {
        WireCodeTable table = new(("same", "same"));

        table.TryToWire("same", out string? wire).Should().BeTrue();
        wire.Should().Be("same");
        table.TryToCanonical("same", out string? canonical).Should().BeTrue();
        canonical.Should().Be("same");
        table.TryToWire("other", out _).Should().BeFalse();
        table.TryToCanonical("other", out _).Should().BeFalse();
    }

    [Fact]
    public void Table_WithTwoMeaningsOfOneCode_IsRefused() =>
        FluentActions.Invoking(() => new WireCodeTable(("a", "x"), ("a", "y")))
            .Should().Throw<ArgumentException>().WithMessage("The code 'a' stands in two rows, for 'x' and for 'y'*").WithParameterName("rows");
}
