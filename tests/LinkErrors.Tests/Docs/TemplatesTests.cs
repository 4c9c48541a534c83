using System.Text.Json;
using System.Text.RegularExpressions;
using LinkErrors.Dialects;

namespace LinkErrors.Tests.Docs;

/// <summary>The templates of dotnet new, which <c>eng/test-package.sh</c> builds and runs.</summary>
public sealed partial class TemplatesTests
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

    /// <summary>On a Mac, 5000 and 7000 are AirPlay's. What the template, its README and the page about it say is where it listens.</summary>
    [Theory]
    [InlineData("linkservice", "README.md", "appsettings.Development.json", "../../../docs/getting-started.md")]
    [InlineData("linkerrors-api", "README.md")]
    public void Addresses_OfATemplate_AreWhereItListens(string name, params string[] files)
    {
        string folder = Path.Combine(Checkout.Root, "templates", "content", name);
        string address = LocalAddress().Match(File.ReadAllText(Path.Combine(folder, "Properties", "launchSettings.json"))).Value;

        address.Should().NotBeEmpty().And.NotEndWith(":5000").And.NotEndWith(":7000");
        foreach (string file in files)
        {
            LocalAddress().Matches(File.ReadAllText(Path.Combine(folder, file))).Select(match => match.Value).Should().NotBeEmpty().And.AllBe(address, "{0} says so", file);
        }
    }

    [GeneratedRegex("http://localhost:[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex LocalAddress();
}
