using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>LE0002: a literal that stands where a dialect or a canonical code is named, is none, and is nearly one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NameAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Name];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (LinkErrorTypes.Find(start.Compilation) is { } types)
            {
                NamePlaces places = new(types);
                NameTable dialects = new("dialect", "LinkErrors.Dialects.LinkErrorDialectNames", StringComparer.OrdinalIgnoreCase, start.Compilation);
                NameTable codes = new("code", "LinkErrors.LinkErrorCodes", StringComparer.Ordinal, start.Compilation);
                NameTable codesInAnyCase = new("code", "LinkErrors.LinkErrorCodes", StringComparer.OrdinalIgnoreCase, start.Compilation);
                NameDefinitions definitions = new(types, start.Compilation);

                void Report(NamePlace place, SyntaxNode literal, string written, Action<Diagnostic> report, CancellationToken cancellationToken)
                {
                    NameTable? table = place switch
                    {
                        NamePlace.Dialect => dialects,
                        NamePlace.Code => codes,
                        NamePlace.CodeInAnyCase => codesInAnyCase,
                        _ => null,
                    };
                    if (table?.FindMeant(written) is { } meant && !definitions.Contain(place, written, table.Comparer, cancellationToken))
                    {
                        report(Diagnostic.Create(Rules.Name, literal.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Rules.Meant, meant), table.Kind, written, meant));
                    }
                }

                start.RegisterOperationAction(
                    action =>
                    {
                        if (action.Operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: string written }, Syntax: { Parent: not AttributeArgumentSyntax } syntax } literal)
                        {
                            Report(places.Find(literal), syntax, written, action.ReportDiagnostic, action.CancellationToken);
                        }
                    },
                    OperationKind.Literal);

                // The attributes of a lambda are no operations.
                start.RegisterSyntaxNodeAction(
                    action =>
                    {
                        AttributeArgumentSyntax argument = (AttributeArgumentSyntax)action.Node;
                        if (argument.Expression is LiteralExpressionSyntax { Token.Value: string written } literal
                            && argument.Parent?.Parent is AttributeSyntax attribute
                            && action.SemanticModel.GetSymbolInfo(attribute, action.CancellationToken).Symbol is IMethodSymbol constructor)
                        {
                            Report(NamePlaces.Find(argument, constructor), literal, written, action.ReportDiagnostic, action.CancellationToken);
                        }
                    },
                    SyntaxKind.AttributeArgument);
            }
        });
    }
}
