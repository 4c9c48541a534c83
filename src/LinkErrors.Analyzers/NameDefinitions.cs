using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LinkErrors.Analyzers;

/// <summary>
/// The names that the application gives to dialects and codes of its own: to a dialect where it is created or by its Name, to a code by its
/// definition, and to either as a constant.
/// </summary>
internal sealed class NameDefinitions(LinkErrorTypes types, Compilation compilation)
{
    private readonly INamedTypeSymbol? _dialect = compilation.GetTypeByMetadataName("LinkErrors.Dialects.LinkErrorDialectReader");

    /// <summary>Whether the application defines a name. It is asked only for what is nearly one of the library, so hardly ever.</summary>
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "A name is defined anywhere, and hardly ever asked for.")]
    public bool Contain(NamePlace place, string written, StringComparer comparer, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (LiteralExpressionSyntax literal in tree.GetRoot(cancellationToken).DescendantNodes().OfType<LiteralExpressionSyntax>())
            {
                if (comparer.Equals(literal.Token.ValueText, written) && IsDefinition(literal, place, model ??= compilation.GetSemanticModel(tree), cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsDefinition(LiteralExpressionSyntax literal, NamePlace place, SemanticModel model, CancellationToken cancellationToken) => literal.Parent switch
    {
        ArgumentSyntax { Parent.Parent: { } call } => IsDefining(FindCreated(call, model, cancellationToken), place),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field } => model.GetDeclaredSymbol(field, cancellationToken) is IFieldSymbol { IsConst: true } or IFieldSymbol { IsStatic: true, IsReadOnly: true },
        EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax => place == NamePlace.Dialect && IsName(literal, model, cancellationToken),
        _ => place != NamePlace.Dialect && IsAlias(literal, model, cancellationToken),
    };

    /// <summary>What an argument is given to: the type that is created, or the base of the one that is declared.</summary>
    private static ITypeSymbol? FindCreated(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken) =>
        call is BaseObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax or ConstructorInitializerSyntax
            ? (model.GetSymbolInfo(call, cancellationToken).Symbol as IMethodSymbol)?.ContainingType
            : null;

    private bool IsDefining(ITypeSymbol? type, NamePlace place) => LinkErrorTypes.Is(type, place == NamePlace.Dialect ? _dialect : types.Definition);

    private bool IsName(LiteralExpressionSyntax literal, SemanticModel model, CancellationToken cancellationToken) =>
        literal.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { Identifier.ValueText: "Name" } property
        && LinkErrorTypes.Is(model.GetDeclaredSymbol(property, cancellationToken)?.ContainingType, _dialect);

    /// <summary>A former code of a definition, by which it is still found.</summary>
    private bool IsAlias(LiteralExpressionSyntax literal, SemanticModel model, CancellationToken cancellationToken) =>
        literal.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: IdentifierNameSyntax { Identifier.ValueText: "Aliases" } target }
        && LinkErrorTypes.Is(model.GetSymbolInfo(target, cancellationToken).Symbol?.ContainingType, types.Definition);
}
