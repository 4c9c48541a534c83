namespace LinkErrors.Tests.Conventions;

/// <summary>
/// A folder is a floor and names only folders below it. The graph in docs/architecture.md says which, and is compared with what the
/// compiler sees in the sources, so that neither can leave the other.
/// </summary>
public sealed class FloorTests
{
    private static readonly Lazy<SourceArrows> Sources = new(() => new SourceArrows(Repository.Sources));

    private static readonly Floors Drawn = Floors.Read(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "architecture.md")).ReplaceLineEndings("\n"));

    [Fact]
    public void Arrows_OfTheSources_RunDownOnly()
    {
        Sources.Value.All.Should().HaveCountGreaterThan(500, "the check must see the sources");
        FindUpward(Sources.Value.All).Should().BeEmpty();
    }

    [Fact]
    public void Graph_OfTheDocumentation_ShowsWhatTheSourcesName()
    {
        Drawn.Circles.Should().BeEmpty();
        Drawn.Ways.Should().BeEquivalentTo(Floors.Of(Sources.Value.All).Ways, "the picture shows what is there, no more and no less");
    }

    [Theory]
    [InlineData("LinkErrors/Redirects", "class Planted { LinkErrors.Responses.LinkErrorResponder? Field; }")]
    [InlineData("LinkErrors/Settings", "class Planted { void Call(Microsoft.AspNetCore.Builder.IApplicationBuilder app) { Microsoft.AspNetCore.Builder.LinkErrorsApplicationBuilderExtensions.UseLinkErrors(app); } }")]
    [InlineData("LinkErrors/Handling", "using Microsoft.AspNetCore.Builder; class Planted { void Call(IApplicationBuilder app) => app.UseLinkErrors(); }")]
    [InlineData("LinkErrors.Core/Model", "class Planted { object Find() { var found = LinkErrors.LinkErrorCatalog.Default; return found; } }")]
    [InlineData("LinkErrors.Core/Catalog", "[System.Obsolete(nameof(LinkErrors.Dialects.LinkErrorDialect))] class Planted;")]
    public void Arrows_PlantedUpward_AreFound(string folder, string text)
    {
        FindUpward(Sources.Value.Of(new SourceFile($"{folder}/Planted.cs", text))).Should().NotBeEmpty();
    }

    [Fact]
    public void Circles_Planted_AreFound()
    {
        Floors.Read("```mermaid\nflowchart TD\n  A --> B\n  B --> C\n  C --> A\n  D --> A\n```\n").Circles.Should().BeEquivalentTo("A", "B", "C");
    }

    private static IEnumerable<SourceArrow> FindUpward(IEnumerable<SourceArrow> arrows) =>
        arrows.Where(arrow => arrow.Room != arrow.NamedRoom && !Drawn.Ways.Contains((arrow.Room, arrow.NamedRoom)));
}
