using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LinkErrors.Analyzers;

/// <summary>The names of one kind, read from the constants of the library that the compilation refers to.</summary>
/// <param name="kind">What the names are of.</param>
/// <param name="constants">The type with the constants.</param>
/// <param name="comparer">How the library compares them.</param>
/// <param name="compilation">The compilation.</param>
internal sealed class NameTable(string kind, string constants, StringComparer comparer, Compilation compilation)
{
    private readonly string[] _names =
    [
        .. compilation.GetTypeByMetadataName(constants)?.GetMembers().OfType<IFieldSymbol>().Select(field => field.ConstantValue).OfType<string>() ?? [],
    ];

    public string Kind => kind;

    /// <summary>The name that was meant; null for one that there is, that the application defines itself, or that is like none.</summary>
    public string? FindMeant(string written, CancellationToken cancellationToken) =>
        !_names.Contains(written, comparer) && Spelling.FindMeant(written, _names) is { } meant && !IsDefined(written, cancellationToken) ? meant : null;

    /// <summary>
    /// Whether the application gives something this name: in a constructor, as a constant, or as the Name of a class. It is asked
    /// only for what is nearly a name, so hardly ever.
    /// </summary>
    private bool IsDefined(string written, CancellationToken cancellationToken) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<LiteralExpressionSyntax>())
        .Any(literal => comparer.Equals(literal.Token.ValueText, written) && IsDefinition(literal));

    private static bool IsDefinition(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax or ConstructorInitializerSyntax } => true,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: "Name" } } => true,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax => literal.FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.Identifier.ValueText == "Name",
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: "Name" } } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } } => true,
        _ => false,
    };
}
