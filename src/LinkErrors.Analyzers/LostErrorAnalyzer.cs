using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>LE0004: a link exception is caught, and another exception is thrown that knows nothing of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LostErrorAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.LostError];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (LinkErrorTypes.Find(start.Compilation) is { } types)
            {
                start.RegisterOperationAction(action => Analyze(action, types), OperationKind.CatchClause);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, LinkErrorTypes types)
    {
        ICatchClauseOperation clause = (ICatchClauseOperation)context.Operation;
        if (!LinkErrorTypes.Is(clause.ExceptionType, types.LinkException) || clause.Locals.Any(caught => IsUsed(caught, clause.Handler) || IsPassedOn(caught, clause.Filter)))
        {
            return;
        }

        foreach (IThrowOperation thrown in clause.Handler.Descendants().OfType<IThrowOperation>().Where(thrown => IsLeaving(thrown, clause)))
        {
            if (thrown.Exception?.Unwrap() is IObjectCreationOperation { Type: { } type } && !LinkErrorTypes.Is(type, types.LinkException))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.LostError, thrown.Syntax.GetLocation(), type.Name, clause.ExceptionType.Name));
            }
        }
    }

    /// <summary>Whether the caught exception goes anywhere but into the log: what becomes of it there is not followed.</summary>
    private static bool IsUsed(ILocalSymbol caught, IBlockOperation handler) => handler.Descendants()
        .OfType<ILocalReferenceOperation>()
        .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, caught) && !IsLogged(reference));

    /// <summary>Whether the filter gives the caught exception itself to anything. What it reads of it only decides whether the clause is entered.</summary>
    private static bool IsPassedOn(ILocalSymbol caught, IOperation? filter) => filter?.DescendantsAndSelf()
        .OfType<ILocalReferenceOperation>()
        .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, caught) && IsGiven(reference) && !IsLogged(reference)) == true;

    private static bool IsGiven(IOperation reference)
    {
        IOperation? parent = reference.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation or IAssignmentOperation;
    }

    private static bool IsLogged(IOperation reference)
    {
        for (IOperation? operation = reference.Parent; operation is not null and not IBlockOperation; operation = operation.Parent)
        {
            if (operation is IInvocationOperation call)
            {
                return IsLogger(call.Instance?.Type) || call.TargetMethod.Parameters.Any(parameter => IsLogger(parameter.Type))
                    || call.TargetMethod.ReducedFrom?.Parameters.Any(parameter => IsLogger(parameter.Type)) == true;
            }
        }

        return false;
    }

    private static bool IsLogger(ITypeSymbol? type) => type is { Name: "ILogger", ContainingNamespace.Name: "Logging" };

    /// <summary>Whether a throw leaves the handler: not one of a function that only stands there, nor one that is caught there again.</summary>
    private static bool IsLeaving(IThrowOperation thrown, ICatchClauseOperation clause)
    {
        for (IOperation? operation = thrown.Parent; operation is not null && operation != clause; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation or ITryOperation { Catches.IsEmpty: false } or ICatchClauseOperation)
            {
                return false;
            }
        }

        return true;
    }
}
