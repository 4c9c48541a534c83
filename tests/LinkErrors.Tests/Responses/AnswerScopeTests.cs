using System.Collections;
using System.Globalization;
using LinkErrors.Diagnostics;
using LinkErrors.Responses;

namespace LinkErrors.Tests.Responses;

/// <summary>What a line has that is written while an error is answered: by its names for a structured log, as a text for a plain one.</summary>
public sealed class AnswerScopeTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static readonly KeyValuePair<string, object?>[] Named = [new("Reference", ShortReference.Of(Trace)), new("ReferenceId", Trace), new("Route", "/links/{id}")];

    [Fact]
    public void Scope_OfAnAnswer_HasItsReferencesAndRoute()
    {
        AnswerScope scope = new(Trace, "/links/{id}");

        scope.Should().Equal(Named);
        scope.Count.Should().Be(Named.Length);
        Enumerable.Range(0, scope.Count).Select(index => scope[index]).Should().Equal(Named);
        ((IEnumerable)scope).Cast<KeyValuePair<string, object?>>().Should().Equal(Named);
        scope.ToString().Should().Be(string.Create(CultureInfo.InvariantCulture, $"Reference:{ShortReference.Of(Trace)} ReferenceId:{Trace} Route:/links/{{id}}"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Scope_BeyondItsEnd_Refuses(int index) =>
        new AnswerScope(Trace, "r").Invoking(scope => scope[index]).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(index));

    // A trace may be of a client's traceparent, or of a host's own making: no line of the log is of anybody else.
    [Fact]
    public void Scope_WithALineBreakInTheReference_StaysOnOneLine()
    {
        AnswerScope scope = new("a\r\nb", "r");

        string.Concat(scope.Select(named => named.Value)).Should().NotContainAny("\r", "\n");
        scope.ToString().Should().NotContainAny("\r", "\n");
    }
}
