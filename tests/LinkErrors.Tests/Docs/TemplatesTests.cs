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

    /// <summary>At Information the host logs every address with its query, and so the codes and states that come back from a provider.</summary>
    [Theory]
    [InlineData("linkservice")]
    [InlineData("linkerrors-api")]
    public void Log_OfATemplate_HasNoAddressesOfTheHost(string name)
    {
        using JsonDocument settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "templates", "content", name, "appsettings.json")));

        settings.RootElement.GetProperty("Logging").GetProperty("LogLevel").GetProperty("Microsoft.AspNetCore").GetString().Should().Be("Warning");
    }
}
