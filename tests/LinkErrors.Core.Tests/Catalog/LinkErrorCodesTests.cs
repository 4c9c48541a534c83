using System.Reflection;

namespace LinkErrors.Core.Tests.Catalog;

/// <summary>Constants, definitions and catalog are three lists of the same codes.</summary>
public sealed class LinkErrorCodesTests
{
    private const int Count = 95;

    private static readonly Dictionary<string, string> Constants = typeof(LinkErrorCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!, StringComparer.Ordinal);

    private static readonly Dictionary<string, LinkErrorDefinition> Definitions = typeof(LinkErrorDefinitions)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(LinkErrorDefinition))
        .ToDictionary(property => property.Name, property => (LinkErrorDefinition)property.GetValue(null)!, StringComparer.Ordinal);

    [Fact]
    public void Codes_Reflected_AreAllFound()
    {
        // Guards the other tests: a query that finds nothing would let them pass.
        Constants.Should().HaveCount(Count);
        Definitions.Should().HaveCount(Count);
        SpecifiedCodes.All.Should().HaveCount(Count);
        LinkErrorCatalog.Default.Should().HaveCount(Count);
    }

    [Fact]
    public void Definition_OfEveryConstant_HasItsNameAndCode() =>
        Definitions.Select(pair => (pair.Key, pair.Value.Code))
            .Should().BeEquivalentTo(Constants.Select(pair => (pair.Key, Code: pair.Value)));

    [Fact]
    public void Catalog_Default_HoldsEveryDefinitionItself()
    {
        LinkErrorCatalog.Default.Should().BeEquivalentTo(Definitions.Values);
        foreach (LinkErrorDefinition definition in Definitions.Values)
        {
            LinkErrorCatalog.Default.Resolve(definition.Code).Should().BeSameAs(definition);
        }
    }

    [Fact]
    public void Catalog_Default_HoldsWhatIsSpecified() =>
        LinkErrorCatalog.Default.Select(definition => definition.Code).Should().BeEquivalentTo(SpecifiedCodes.All.Select(row => row.Code));

    // The convention of the names: InvalidDPoPProof for invalid_dpop_proof.
    [Fact]
    public void Constant_Name_IsItsCodeWithoutUnderscores() =>
        Constants.Should().OnlyContain(pair => string.Equals(pair.Key, pair.Value.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Constant_Value_IsSnakeCase() =>
        Constants.Values.Should().OnlyContain(code => code.All(character => char.IsAsciiLetterLower(character) || character == '_'));
}
