using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>LE0001: what is set as the public message of an error, and is a text that nobody wrote for the public.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PublicMessageAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.PublicMessage];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (LinkErrorTypes.Find(start.Compilation) is { } types)
            {
                ForeignText foreign = new(types, start.Compilation);
                start.RegisterOperationAction(action => AnalyzeAssignment(action, types, foreign), OperationKind.SimpleAssignment);
                start.RegisterOperationAction(action => AnalyzeArgument(action, foreign), OperationKind.Argument);
            }
        });
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, LinkErrorTypes types, ForeignText foreign)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { } property }
            && ((property.Name == "PublicMessage" && LinkErrorTypes.Is(property.ContainingType, types.LinkException))
                || (property.Name == "Message" && LinkErrorTypes.Is(property.ContainingType, types.Error))))
        {
            Report(context, assignment.Value, foreign);
        }
    }

    /// <summary>The message of <c>Results.LinkError</c> and <c>TypedResults.LinkError</c>.</summary>
    private static void AnalyzeArgument(OperationAnalysisContext context, ForeignText foreign)
    {
        IArgumentOperation argument = (IArgumentOperation)context.Operation;
        if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Name: "message", ContainingSymbol.Name: "LinkError" } parameter }
            && LinkErrorTypes.Declare(parameter.ContainingSymbol))
        {
            Report(context, argument.Value, foreign);
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation value, ForeignText foreign)
    {
        if (foreign.Find(value) is { } text)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.PublicMessage, text.Syntax.GetLocation(), text.Syntax.ToString()));
        }
    }
}
