using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LinkErrors.Analyzers.Tests;

/// <summary>What holds for every rule.</summary>
public sealed partial class RuleTests
{
    private static readonly Assembly Analyzers = typeof(PublicMessageAnalyzer).Assembly;

    public static TheoryData<string> Ids => [.. FindIds()];

    [Fact]
    public void Rules_OfTheAssembly_AreTheFive()
    {
        FindIds().Order(StringComparer.Ordinal).Should().Equal("LE0001", "LE0002", "LE0003", "LE0004", "LE0005");
        Find<CodeFixProvider>(typeof(PublicMessageFix).Assembly).SelectMany(provider => provider.FixableDiagnosticIds).Order(StringComparer.Ordinal)
            .Should().Equal("LE0001", "LE0002", "LE0004", "LE0005");
    }

    // A compiler has none of the assemblies of an editor (RS1038).
    [Fact]
    public void Analyzers_WithoutAWorkspace_Load()
    {
        Analyzers.GetReferencedAssemblies().Should().NotContain(reference => reference.Name!.Contains("Workspaces", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfARule_SaysItsBorders(string id)
    {
        string page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "analyzers.md"));

        page.Should().MatchRegex($"(?m)^## {id}$", "the link of the rule leads there");
        Match section = Regex.Match(page, $"(?ms)^## {id}$.*?(?=^## |\\z)", RegexOptions.None, TimeSpan.FromSeconds(1));
        section.Value.Should().ContainAll("**Alarm.**", "**No alarm.**", "**What to do.**");
    }

    // The rules run while somebody types, on code that no compiler takes.
    [Theory]
    [InlineData("RouteGroupBuilder g = g.MapGroup(\"/a\"); g.MapGet(\"/\", (string to) => Results.Redirect(to)).WithLinkErrors(dialect: \"zapper\");")]
    [InlineData("string a = b, b = a; throw new ProviderErrorException { PublicMessage = $\"Said {a}\".Trim() + exception?.Message[..b.Length] };")]
    [InlineData("try { } catch (LinkException caught) when (caught.Code.Equals(\"acess_denied\", StringComparison.OrdinalIgnoreCase)) { throw new Exception(\"a\", caught: ); }")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => request.Query.TryGetValue(\"to\", out var to) ? Results.Redirect(to[0]) : null).DisableLinkErrors();")]
    [InlineData("_ = new LinkErrorDefinition(\"forbiden\") { Aliases = [\"a\"] }; _ = error.Code is \"forbiden\" or \"forbidden\";")]
    public async Task Rules_OnEveryBeginningOfALine_DoNotFail(string line)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(line).GetRoot().DescendantTokens()];
        foreach (SyntaxToken token in tokens)
        {
            Subject typed = new($"static class Typed {{ static void Run(IEndpointRouteBuilder app, LinkError error, Exception exception) {{ {line[..token.Span.End]}", isBroken: true);

            await FluentActions.Awaiting(() => typed.RunAsync([.. Find<DiagnosticAnalyzer>(Analyzers)])).Should().NotThrowAsync("of {0}", line[..token.Span.End]);
        }
    }

    /// <summary>The samples and tests are built with the analyzers, and a warning is an error: an alarm would end the build.</summary>
    [Fact]
    public void Projects_OfSamplesAndTests_AreBuiltWithTheAnalyzersOn()
    {
        foreach (string folder in new[] { "samples", "tests" })
        {
            File.ReadAllText(Path.Combine(Checkout.Root, folder, "Directory.Build.props")).Should().Contain("LinkErrors.Analyzers.csproj\" OutputItemType=\"Analyzer\"");
            string[] silenced =
            [
                .. Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*", SearchOption.AllDirectories)
                    .Where(file => Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".editorconfig" or ".cshtml" && !file.Contains("LinkErrors.Analyzers.Tests", StringComparison.Ordinal))
                    .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                    .Where(file => Suppression().IsMatch(File.ReadAllText(file))),
            ];
            silenced.Should().BeEmpty("an alarm there is a false one, or the code is to be mended");
        }

        Suppression().IsMatch("#pragma warning disable LE0001").Should().BeTrue();
        File.ReadAllText(Path.Combine(Checkout.Root, ".editorconfig")).Should().NotMatchRegex(Suppression().ToString());
    }

    private static IEnumerable<string> FindIds() => Find<DiagnosticAnalyzer>(Analyzers).SelectMany(analyzer => analyzer.SupportedDiagnostics, (_, rule) => rule.Id);

    private static IEnumerable<T> Find<T>(Assembly assembly) =>
        assembly.GetTypes().Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!);

    [GeneratedRegex("LE000[1-9]", RegexOptions.None, 1000)]
    private static partial Regex Suppression();
}
