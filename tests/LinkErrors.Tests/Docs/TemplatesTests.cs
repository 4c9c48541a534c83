using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Tests.Docs;

/// <summary>The templates of dotnet new, which <c>eng/test-package.sh</c> builds and runs.</summary>
public sealed class TemplatesTests
{
    [Theory]
    [InlineData("linkservice")]
    [InlineData("linkerrors-api")]
    public void Choices_OfATemplate_AreTheDialects(string name)
    {
        string file = Path.Combine(Checkout.Root, "templates", "content", name, ".template.config", "template.json");
        using JsonDocument template = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement choices = template.RootElement.GetProperty("symbols").GetProperty("dialect").GetProperty("choices");

        choices.EnumerateArray().Select(choice => choice.GetProperty("choice").GetString()).Should().Equal(LinkErrorDialects.All.Select(dialect => dialect.Name));
    }
}
