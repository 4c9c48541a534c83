using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LinkErrors.Analyzers.Tests;

/// <summary>LE0003: an application whose link endpoints nothing answers for.</summary>
public sealed class MissingMiddlewareTests
{
    private const string MinimalApi =
        """
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddLinkErrors();
        WebApplication app = builder.Build();
        app.MapGet("/", () => 1).WithLinkErrors();
        app.Run();
        """;

    private const string Controller = "[LinkErrors] public sealed class LinkController : ControllerBase { [HttpGet(\"/\")] public int Get() => 1; }";

    private const string GeneratedMark =
        """
        [LinkErrors] public sealed class GeneratedController : ControllerBase { [HttpGet("/a")] public int Get() => 1; }
        static class Generated { static void Map(IEndpointRouteBuilder app) => app.MapGet("/b", () => 1).WithLinkErrors(); }
        """;

    [Fact]
    public async Task Mark_OfAMinimalApiAlone_IsFound()
    {
        await Application(MinimalApi.Replace("app.MapGet(\"/\", () => 1).WithLinkErrors()", "[|app.MapGet(\"/\", () => 1).WithLinkErrors()|]", StringComparison.Ordinal))
            .CheckAsync(new MissingMiddlewareAnalyzer());
    }

    [Fact]
    public async Task Mark_OfAControllerAlone_IsFound()
    {
        await Application("WebApplication.Create(args).Run();\n" + Controller.Replace("[LinkErrors]", "[[|LinkErrors|]]", StringComparison.Ordinal)).CheckAsync(new MissingMiddlewareAnalyzer());
    }

    [Fact]
    public async Task Marks_ByTheDozen_AreOneAlarm()
    {
        await Application("WebApplication app = WebApplication.Create(args); [|app.MapGet(\"/\", () => 1).WithLinkErrors()|]; app.MapGet(\"/b\", () => 1).WithLinkErrors();\n" + Controller)
            .CheckAsync(new MissingMiddlewareAnalyzer());
    }

    [Theory]
    [InlineData("app.MapGet", "app.UseLinkErrors(); app.MapGet")]
    [InlineData("AddLinkErrors()", "AddLinkErrors().AddMvcErrors(handleExceptions: true)")]
    [InlineData("app.MapGet", "Configure(app.UseLinkErrors); static void Configure(Func<IApplicationBuilder> configure) => configure(); app.MapGet")]
    [InlineData(".WithLinkErrors()", "")]
    public async Task Mark_WithTheCall_IsLeftAlone(string before, string after)
    {
        await Application(MinimalApi.Replace(before, after, StringComparison.Ordinal)).CheckAsync(new MissingMiddlewareAnalyzer());
    }

    // Endpoints of a library are served by whoever uses it.
    [Fact]
    public async Task Mark_OfALibrary_IsLeftAlone()
    {
        await new Subject(Controller).CheckAsync(new MissingMiddlewareAnalyzer());
    }

    // The line may stand in the defaults that an application shares with others, which this compilation does not see.
    [Fact]
    public async Task Mark_BesideAnAssemblyThatKnowsTheLibrary_IsLeftAlone()
    {
        PortableExecutableReference defaults = Compile(
            "Defaults", "public static class Defaults { public static void Use(Microsoft.AspNetCore.Builder.IApplicationBuilder app) => Microsoft.AspNetCore.Builder.LinkErrorsApplicationBuilderExtensions.UseLinkErrors(app); }");

        await new Subject(MinimalApi.Replace("app.MapGet", "Defaults.Use(app); app.MapGet", StringComparison.Ordinal), isApplication: true, references: defaults)
            .CheckAsync(new MissingMiddlewareAnalyzer());
    }

    [Fact]
    public async Task Mark_BehindOneInGeneratedCode_IsFound()
    {
        await new Subject("WebApplication.Create(args).Run();\n" + Controller.Replace("[LinkErrors]", "[[|LinkErrors|]]", StringComparison.Ordinal), isApplication: true, generated: GeneratedMark)
            .CheckAsync(new MissingMiddlewareAnalyzer());
    }

    // It is nobody's to mend.
    [Fact]
    public async Task Mark_OfGeneratedCodeAlone_IsLeftAlone()
    {
        await new Subject("WebApplication.Create(args).Run();", isApplication: true, generated: GeneratedMark).CheckAsync(new MissingMiddlewareAnalyzer());
    }

    [Fact]
    public async Task Mark_WithTheCallInGeneratedCode_IsLeftAlone()
    {
        await new Subject(MinimalApi, isApplication: true, generated: "static class Generated { static void Use(Microsoft.AspNetCore.Builder.IApplicationBuilder app) => app.UseLinkErrors(); }")
            .CheckAsync(new MissingMiddlewareAnalyzer());
    }

    private static Subject Application(string text) => new(text, isApplication: true);

    private static PortableExecutableReference Compile(string name, string text)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(text)], Subject.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream assembly = new();
        compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}
