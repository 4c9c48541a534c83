using System.Reflection;
using LinkErrors.Client;
using LinkErrors.Dialects;
using LinkErrors.Testing;
using LinkErrors.Tests.Conventions.Planted;

namespace LinkErrors.Tests.Conventions;

/// <summary>
/// The public API as it was agreed on, one line a member. A change shows in the diff of the text file, where a reviewer
/// sees it.
/// </summary>
public sealed class PublicApiTests
{
    private const string Update = "UPDATE_PUBLIC_API";

    [Theory]
    [InlineData("LinkErrors")]
    [InlineData("LinkErrors.Core")]
    [InlineData("LinkErrors.Client")]
    [InlineData("LinkErrors.Providers")]
    [InlineData("LinkErrors.EntityFrameworkCore")]
    [InlineData("LinkErrors.Testing")]
    public void PublicApi_OfTheLibrary_IsTheOneAgreedOn(string name)
    {
        Assembly assembly = name switch
        {
            "LinkErrors" => typeof(LinkErrorsOptions).Assembly,
            "LinkErrors.Client" => typeof(LinkErrorClientOptions).Assembly,
            "LinkErrors.Providers" => typeof(ProviderDialects).Assembly,
            "LinkErrors.Testing" => typeof(LinkErrorAnswer).Assembly,
            "LinkErrors.EntityFrameworkCore" => typeof(EntityFrameworkClientOptions).Assembly,
            _ => typeof(LinkError).Assembly,
        };
        assembly.GetName().Name.Should().Be(name);
        string file = Path.Combine(Checkout.Root, "tests", "LinkErrors.Tests", "Conventions", $"PublicApi.{name}.txt");
        IReadOnlyList<string> actual = PublicApi.Print(PublicApi.FindTypes(assembly));
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(file, string.Join('\n', actual) + "\n");
        }

        string[] agreed = File.ReadAllLines(file);

        agreed.Should().HaveCountGreaterThan(10);
        string[] differences = [.. agreed.Except(actual, StringComparer.Ordinal).Select(line => "- " + line), .. actual.Except(agreed, StringComparer.Ordinal).Select(line => "+ " + line)];
        differences.Should().BeEmpty(
            $"the public API of {name} is written down in {Path.GetFileName(file)}. If the change is meant, run the test with {Update}=1 and check in the file");
    }

    [Fact]
    public void PublicApi_WithAPlantedType_ShowsIt()
    {
        PublicApi.Print([typeof(PlantedTarget), typeof(PlantedUnsealed)]).Should().Equal(
            "LinkErrors.Tests.Conventions.Planted.PlantedTarget : class, sealed",
            "LinkErrors.Tests.Conventions.Planted.PlantedTarget..ctor()",
            "LinkErrors.Tests.Conventions.Planted.PlantedTarget.Create() -> PlantedTarget [static]",
            "LinkErrors.Tests.Conventions.Planted.PlantedTarget.CreateReal() -> RedirectTarget? [static]",
            "LinkErrors.Tests.Conventions.Planted.PlantedUnsealed : class",
            "LinkErrors.Tests.Conventions.Planted.PlantedUnsealed..ctor()",
            "LinkErrors.Tests.Conventions.Planted.PlantedUnsealed.Undocumented { get; } -> string [static]");
    }
}
