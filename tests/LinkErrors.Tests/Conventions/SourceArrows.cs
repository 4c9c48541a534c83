using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LinkErrors.Tests.Conventions;

/// <summary>
/// Who names whom, as the compiler sees it: the symbol behind every name, and the type of every expression, written down or not.
/// Comments do not count.
/// </summary>
internal sealed class SourceArrows
{
    /// <summary>What ImplicitUsings says in the projects.</summary>
    private const string GlobalUsings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private readonly CSharpCompilation _compilation;

    public SourceArrows(IEnumerable<SourceFile> files)
    {
        IEnumerable<SyntaxTree> trees = files.Select(Parse).Append(CSharpSyntaxTree.ParseText(GlobalUsings, Options));
        _compilation = CSharpCompilation.Create("House", trees, References());
        All = [.. _compilation.SyntaxTrees.AsParallel().SelectMany(tree => Read(_compilation, tree)).Distinct()];
    }

    /// <summary>Every arrow between two files.</summary>
    public IReadOnlyList<SourceArrow> All { get; }

    /// <summary>The arrows from one more file to the others.</summary>
    public IReadOnlyList<SourceArrow> Of(SourceFile planted)
    {
        SyntaxTree tree = Parse(planted);
        return [.. Read(_compilation.AddSyntaxTrees(tree), tree).Distinct()];
    }

    private static SyntaxTree Parse(SourceFile file) => CSharpSyntaxTree.ParseText(file.Text, Options, file.Path);

    private static IEnumerable<SourceArrow> Read(CSharpCompilation compilation, SyntaxTree tree)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        return from node in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
               from symbol in new[] { model.GetSymbolInfo(node).Symbol, model.GetTypeInfo(node).Type }
               where symbol is not null and not INamespaceSymbol
               let owner = (symbol.ContainingType ?? symbol).OriginalDefinition
               from declaration in owner.DeclaringSyntaxReferences
               let named = declaration.SyntaxTree.FilePath
               where named.Length > 0 && named != tree.FilePath
               select new SourceArrow(tree.FilePath, named, owner.Name);
    }

    /// <summary>Every assembly that these tests run with, apart from the libraries themselves, whose sources are read.</summary>
    private static IEnumerable<MetadataReference> References() =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        where !Path.GetFileName(path).StartsWith("LinkErrors", StringComparison.Ordinal)
        select MetadataReference.CreateFromFile(path);
}
