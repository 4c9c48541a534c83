using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>LE0003: an application that marks link endpoints and has nothing that answers their exceptions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MissingMiddlewareAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.MissingMiddleware];

    public override void Initialize(AnalysisContext context)
    {
        // A call in generated code counts; a mark there is nobody's to mend.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (LinkErrorTypes.Find(start.Compilation) is { Attribute: { } mark } && IsWholeApplication(start.Compilation))
            {
                Register(start, mark);
            }
        });
    }

    private static void Register(CompilationStartAnalysisContext start, INamedTypeSymbol mark)
    {
        ConcurrentBag<Location> marks = [];
        ConcurrentBag<string> calls = [];

        void Look(IMethodSymbol method, OperationAnalysisContext action)
        {
            if (!LinkErrorTypes.Declare(method))
            {
                return;
            }

            if (method.Name is "UseLinkErrors" or "AddMvcErrors")
            {
                calls.Add(method.Name);
            }
            else if (method.Name == "WithLinkErrors" && !action.IsGeneratedCode)
            {
                marks.Add(action.Operation.Syntax.GetLocation());
            }
        }

        start.RegisterOperationAction(action => Look(((IInvocationOperation)action.Operation).TargetMethod, action), OperationKind.Invocation);
        start.RegisterOperationAction(action => Look(((IMethodReferenceOperation)action.Operation).Method, action), OperationKind.MethodReference);
        start.RegisterSyntaxNodeAction(
            action =>
            {
                if (!action.IsGeneratedCode && SymbolEqualityComparer.Default.Equals(action.SemanticModel.GetTypeInfo(action.Node, action.CancellationToken).Type, mark))
                {
                    marks.Add(action.Node.GetLocation());
                }
            },
            SyntaxKind.Attribute);
        start.RegisterCompilationEndAction(end =>
        {
            Location? first = marks.OrderBy(location => location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(location => location.SourceSpan.Start).FirstOrDefault();
            if (calls.IsEmpty && first is not null)
            {
                end.ReportDiagnostic(Diagnostic.Create(Rules.MissingMiddleware, first));
            }
        });
    }

    /// <summary>Whether the call can stand nowhere else: the compilation is an application, and no other assembly of it knows the library.</summary>
    private static bool IsWholeApplication(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication
        && !compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => !LinkErrorTypes.IsLibrary(assembly.Name))
            .SelectMany(assembly => assembly.Modules)
            .SelectMany(module => module.ReferencedAssemblies)
            .Any(reference => reference.Name == "LinkErrors");
}
