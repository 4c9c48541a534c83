using System.Reflection;
using LinkErrors.Client;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Testing;
using LinkErrors.Tests.Conventions.Planted;

namespace LinkErrors.Tests.Conventions;

/// <summary>The rules of the house. Each is also run against a planted violation, because a check that finds nothing proves nothing.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(LinkError).Assembly;
    private static readonly Assembly Library = typeof(LinkErrorsOptions).Assembly;
    private static readonly Assembly Client = typeof(LinkErrorClientOptions).Assembly;
    private static readonly Assembly Providers = typeof(ProviderDialects).Assembly;
    private static readonly Assembly EntityFrameworkCore = typeof(EntityFrameworkClientOptions).Assembly;
    private static readonly Assembly Testing = typeof(LinkErrorAnswer).Assembly;
    private static readonly Assembly Tests = typeof(ArchitectureTests).Assembly;

    private static IEnumerable<Type> PublicTypes => Core.GetExportedTypes().Concat(Library.GetExportedTypes()).Concat(Client.GetExportedTypes()).Concat(Providers.GetExportedTypes()).Concat(EntityFrameworkCore.GetExportedTypes()).Concat(Testing.GetExportedTypes());

    [Fact]
    public void Classes_OfTheLibrary_AreSealedAbstractOrMeantToBeInherited()
    {
        PublicTypes.Should().HaveCountGreaterThan(100, "the check must see the types");
        TypeRules.FindOpenClasses(PublicTypes).Should().BeEmpty();
    }

    [Theory]
    [InlineData(typeof(PlantedUnsealed))]
    [InlineData(typeof(PlantedAttribute))]
    public void Classes_Planted_AreFound(Type planted)
    {
        TypeRules.FindOpenClasses([planted]).Should().ContainSingle();
    }

    [Fact]
    public void Namespaces_OfTheSources_AreTheFiveOrTheirFolders()
    {
        Repository.Sources.Should().HaveCountGreaterThan(80, "the check must see the files");
        SourceRules.FindForeignNamespaces(Repository.Sources).Should().BeEmpty();
    }

    [Theory]
    [InlineData("LinkErrors/Hosting/Planted.cs", "namespace LinkErrors.Planted;\n\ninternal sealed class A;")]
    [InlineData("LinkErrors/Planted.cs", "namespace LinkErrors.Hosting;\n\ninternal sealed class A;")]
    [InlineData("LinkErrors.Core/Model/Planted.cs", "namespace LinkErrors;\n\ninternal sealed class A;")]
    [InlineData("LinkErrors.Core/Model/Planted.cs", "namespace LinkErrors.Model;\n\npublic sealed class A;")]
    [InlineData("LinkErrors.Core/Catalog/Planted.cs", "namespace LinkErrors\n{\n    public sealed class A;\n}\n\nnamespace LinkErrors.Catalog\n{\n    public sealed class B;\n}\n")]
    [InlineData("LinkErrors.Core/Catalog/Planted.cs", "namespace Microsoft.AspNetCore.Http;\n\npublic static class A;")]
    [InlineData("LinkErrors/Hosting/PlantedExtensions.cs", "namespace Microsoft.Extensions.DependencyInjection;\n\ninternal static class A;")]
    [InlineData("LinkErrors/Hosting/Planted.cs", "class WithoutNamespace;")]
    public void Namespaces_Planted_AreFound(string path, string text)
    {
        SourceRules.FindForeignNamespaces([new SourceFile(path, text)]).Should().ContainSingle();
    }

    [Fact]
    public void Core_Assembly_RefersToTheBaseClassLibraryOnly()
    {
        Core.GetReferencedAssemblies().Should().NotBeEmpty();
        TypeRules.FindReferences(Core, "System").Should().BeEmpty();
    }

    [Fact]
    public void Library_Assembly_RefersToCoreAndTheFrameworkOnly()
    {
        TypeRules.FindReferences(Library, "System", "Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http.Headers", "LinkErrors.Core").Should().BeEmpty();
    }

    // Workers, desktop and WebAssembly applications use it.
    [Fact]
    public void Client_Assembly_RefersToCoreAndTheExtensionsOnly()
    {
        TypeRules.FindReferences(Client, "System", "Microsoft.Extensions", "LinkErrors.Core").Should().BeEmpty();
    }

    [Fact]
    public void Providers_Assembly_RefersToCoreOnly()
    {
        TypeRules.FindReferences(Providers, "System", "LinkErrors.Core").Should().BeEmpty();
    }

    [Fact]
    public void EntityFrameworkCore_Assembly_RefersToTheLibraryTheFrameworkAndItsNamesakeOnly()
    {
        TypeRules.FindReferences(EntityFrameworkCore, "System", "Microsoft.Extensions", "Microsoft.EntityFrameworkCore", "LinkErrors").Should().BeEmpty();
    }

    // No test framework, whichever the application's tests have.
    [Fact]
    public void Testing_Assembly_RefersToTheLibraryAndTheFrameworkOnly()
    {
        TypeRules.FindReferences(Testing, "System", "Microsoft.AspNetCore", "Microsoft.Extensions", "LinkErrors").Should().BeEmpty();
    }

    [Fact]
    public void References_Planted_AreFound()
    {
        TypeRules.FindReferences(Tests, "System").Should().Contain(violation => violation.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Location_OfAResponse_IsSetInOnePlace()
    {
        SourceRules.FindRedirects(Repository.Sources).Should().BeEmpty();
        SourceRules.FindRedirects(Repository.Sources.Where(file => file.Path == "LinkErrors/Responses/LinkErrorWriter.cs").Select(file => file with { Path = "Elsewhere.cs" }))
            .Should().NotBeEmpty("the check must recognise the one place that does it");
    }

    [Theory]
    [InlineData("response.Headers.Location = uri;")]
    [InlineData("response.Headers[\"Location\"] = uri;")]
    [InlineData("response.Headers[\"location\"] = uri;")]
    [InlineData("response.Headers[HeaderNames.Location] = uri;")]
    [InlineData("response.Redirect(uri);")]
    [InlineData("return Results.Redirect(uri);")]
    public void Location_Planted_IsFound(string text)
    {
        SourceRules.FindRedirects([new SourceFile("LinkErrors/Pages/Planted.cs", text)]).Should().ContainSingle();
    }

    [Fact]
    public void RedirectTarget_OfTheLibrary_IsMadeByTheValidationOnly()
    {
        TypeRules.FindTargetFactories(typeof(RedirectTarget), PublicTypes).Should().BeEmpty();
    }

    [Fact]
    public void RedirectTarget_Planted_IsFound()
    {
        TypeRules.FindTargetFactories(typeof(PlantedTarget), [typeof(PlantedTarget)]).Should().HaveCount(3);
        TypeRules.FindTargetFactories(typeof(LinkFlow), []).Should().NotBeEmpty("a record with a public constructor is no target");
    }

    [Fact]
    public void Files_OfTheSources_HaveOnePublicTypeAndAreShort()
    {
        SourceRules.FindCrowdedFiles(Repository.Sources).Should().BeEmpty();
        SourceRules.FindLongFiles(Repository.Sources).Should().BeEmpty();
    }

    [Theory]
    [InlineData("public sealed class A;\n\npublic enum B;\n")]
    [InlineData("public static partial class A\n{\n}\n\npublic readonly record struct B(int C);\n")]
    [InlineData("public interface A;\npublic delegate void B();\n")]
    [InlineData("namespace LinkErrors\n{\n    public enum A;\n}\n\nnamespace LinkErrors.Exceptions\n{\n    public enum B;\n}\n")]
    public void Files_PlantedWithTwoPublicTypes_AreFound(string text)
    {
        SourceRules.FindCrowdedFiles([new SourceFile("LinkErrors/Planted.cs", text)]).Should().ContainSingle();
        SourceRules.FindCrowdedFiles([new SourceFile("LinkErrors.Core/Catalog/Planted.cs", text)]).Should().BeEmpty("a family stands together");
    }

    [Fact]
    public void Files_PlantedTooLong_AreFound()
    {
        SourceRules.FindLongFiles([new SourceFile("Fits.cs", new string('\n', 250)), new SourceFile("TooLong.cs", new string('\n', 251))])
            .Should().ContainSingle().Which.Should().StartWith("TooLong.cs");
    }

    [Fact]
    public void Documentation_OfEveryMember_HasWords()
    {
        foreach (Assembly assembly in new[] { Core, Library, Client, Providers, EntityFrameworkCore, Testing })
        {
            TypeRules.ReadDocumentation(assembly).Select(member => (string?)member.Attribute("name"))
                .Should().Contain(PublicApi.FindTypes(assembly).Select(type => $"T:{type.FullName}"), "the check must see the entries");
            TypeRules.FindEmptySummaries(assembly).Should().BeEmpty();
        }
    }

    [Fact]
    public void Documentation_Planted_IsFound()
    {
        TypeRules.FindEmptySummaries(Tests).Should().Contain(violation => violation.Contains(nameof(PlantedUnsealed.Undocumented), StringComparison.Ordinal));
    }
}
