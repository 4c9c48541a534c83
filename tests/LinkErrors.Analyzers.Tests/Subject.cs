using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LinkErrors.Analyzers.Tests;

/// <summary>Code as a user writes it, in which every alarm that is expected stands between <c>[|</c> and <c>|]</c>.</summary>
internal sealed partial class Subject
{
    private const string Usings =
        """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Net.Http; global using System.Threading.Tasks;
        global using LinkErrors; global using LinkErrors.Dialects; global using LinkErrors.Exceptions; global using LinkErrors.Flows;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Mvc; global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Logging;
        """;

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("LinkErrors.Analyzers", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Every subject is a fork of one of these, so that the compiler reads the references once.</summary>
    private static readonly Lazy<Task<Project>> Library = new(() => CreateAsync(OutputKind.DynamicallyLinkedLibrary));
    private static readonly Lazy<Task<Project>> Application = new(() => CreateAsync(OutputKind.ConsoleApplication));

    private readonly string _text;
    private readonly bool _isApplication;
    private readonly bool _isBroken;
    private readonly string? _generated;
    private readonly MetadataReference[] _references;
    private readonly TextSpan[] _expected;

    /// <param name="marked">The code, with its marks.</param>
    /// <param name="isApplication">Whether it is a program; else it is a library.</param>
    /// <param name="isBroken">Whether it may be as somebody types it: the rules run in editors, and in compilers that will say so.</param>
    /// <param name="generated">A second file that a tool wrote.</param>
    /// <param name="references">What it knows beside the library.</param>
    public Subject(string marked, bool isApplication = false, bool isBroken = false, string? generated = null, params MetadataReference[] references)
    {
        List<TextSpan> expected = [];
        _text = Mark().Replace(marked.ReplaceLineEndings("\n"), match =>
        {
            int start = match.Index - (4 * expected.Count);
            expected.Add(new TextSpan(start, match.Groups["text"].Length));
            return match.Groups["text"].Value;
        });
        _expected = [.. expected];
        _isApplication = isApplication;
        _isBroken = isBroken;
        _generated = generated;
        _references = references;
    }

    /// <summary>What the analyzer says, once the code compiles and the alarms stand where they are expected.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(DiagnosticAnalyzer analyzer)
    {
        IReadOnlyList<Diagnostic> found = await FindAsync(await OpenAsync(), analyzer);

        found.Select(diagnostic => diagnostic.Location.SourceSpan).Should().Equal(_expected, "of {0}", _text);
        return found;
    }

    /// <summary>What several analyzers say together, wherever.</summary>
    public async Task<IReadOnlyList<Diagnostic>> RunAsync(params DiagnosticAnalyzer[] analyzers) => await FindAsync(await OpenAsync(), analyzers);

    /// <summary>The code after the fix of the only alarm; null where there is none.</summary>
    public async Task<string?> FixAsync(DiagnosticAnalyzer analyzer, CodeFixProvider provider)
    {
        Document document = await OpenAsync();
        Diagnostic diagnostic = (await FindAsync(document, analyzer)).Should().ContainSingle().Subject;
        List<CodeAction> actions = [];
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        if (actions.Count == 0)
        {
            return null;
        }

        ApplyChangesOperation change = (await actions.Should().ContainSingle().Subject.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        Document mended = change.ChangedSolution.GetDocument(document.Id)!;
        (await FindAsync(mended, analyzer)).Should().BeEmpty("the fix takes the alarm away");
        return (await mended.GetTextAsync()).ToString();
    }

    private static async Task<Project> CreateAsync(OutputKind kind)
    {
        AdhocWorkspace workspace = new();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Subject", "Subject", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(kind),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: References));
        project = project.AddDocument("Usings.cs", Usings).Project;
        _ = await project.GetCompilationAsync();
        return project;
    }

    private async Task<Document> OpenAsync()
    {
        Project project = await (_isApplication ? Application : Library).Value;
        project = project.AddMetadataReferences(_references);
        project = _generated is null ? project : project.AddDocument("A.g.cs", "// <auto-generated/>\n" + _generated, filePath: "A.g.cs").Project;
        return project.AddDocument("Subject.cs", _text, filePath: "Subject.cs");
    }

    private async Task<IReadOnlyList<Diagnostic>> FindAsync(Document document, params DiagnosticAnalyzer[] analyzers)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        compilation.GetDiagnostics().Where(_ => !_isBroken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty("of {0}", await document.GetTextAsync());
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([.. analyzers], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => throw exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        found.Where(diagnostic => !analyzers.Any(analyzer => analyzer.SupportedDiagnostics.Contains(diagnostic.Descriptor))).Should().BeEmpty("an analyzer that fails says so by another diagnostic");
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    [GeneratedRegex(@"\[\|(?<text>.*?)\|\]", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
