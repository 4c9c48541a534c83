using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LinkErrors.Analyzers;

/// <summary>Makes the public message of a new exception its debug message, where the constructor has a place for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublicMessageFix))]
[Shared]
internal sealed class PublicMessageFix : CodeFixProvider
{
    private const string Title = "Log the text instead of sending it";
    private const string Parameter = "debugMessage";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.PublicMessageId];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(context.Span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<AssignmentExpressionSyntax>().FirstOrDefault() is not { Left: IdentifierNameSyntax { Identifier.ValueText: "PublicMessage" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } assignment
            || model.GetSymbolInfo(creation, context.CancellationToken).Symbol is not IMethodSymbol constructor
            || !constructor.Parameters.Any(parameter => parameter.Name == Parameter)
            || IsGiven(creation, constructor))
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(creation, Move(creation, assignment, constructor)))), Title),
            context.Diagnostics);
    }

    private static bool IsGiven(BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = creation.ArgumentList?.Arguments ?? default;
        int position = constructor.Parameters.Single(parameter => parameter.Name == Parameter).Ordinal;
        return arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == Parameter)
            || (arguments.Count > position && arguments.Take(position + 1).All(argument => argument.NameColon is null));
    }

    /// <summary>The others, and behind the last of them what stood behind the last.</summary>
    private static SeparatedSyntaxList<ExpressionSyntax> Without(SeparatedSyntaxList<ExpressionSyntax> all, ExpressionSyntax removed)
    {
        SeparatedSyntaxList<ExpressionSyntax> others = all.Remove(removed);
        return removed == all.Last() ? others.Replace(others.Last(), others.Last().WithTrailingTrivia(removed.GetTrailingTrivia())) : others;
    }

    private static BaseObjectCreationExpressionSyntax Move(BaseObjectCreationExpressionSyntax creation, AssignmentExpressionSyntax assignment, IMethodSymbol constructor)
    {
        ArgumentSyntax argument = SyntaxFactory.Argument(assignment.Right.WithoutTrivia());
        ArgumentListSyntax arguments = creation.ArgumentList ?? SyntaxFactory.ArgumentList();
        if (arguments.Arguments.Count > 0 || constructor.Parameters[0].Name != Parameter)
        {
            argument = argument.WithNameColon(SyntaxFactory.NameColon(Parameter).WithTrailingTrivia(SyntaxFactory.Space));
        }

        InitializerExpressionSyntax initializer = creation.Initializer!;
        InitializerExpressionSyntax? rest = initializer.Expressions.Count == 1
            ? null
            : initializer.WithExpressions(Without(initializer.Expressions, assignment));
        ArgumentListSyntax list = arguments.AddArguments(arguments.Arguments.Count > 0 ? argument.WithLeadingTrivia(SyntaxFactory.Space) : argument);
        list = rest is null ? list.WithTrailingTrivia() : list.WithTrailingTrivia(SyntaxFactory.Space);
        return creation switch
        {
            ObjectCreationExpressionSyntax { Type: var type } explicitly => explicitly.WithType(type.WithoutTrailingTrivia()).WithArgumentList(list).WithInitializer(rest),
            _ => creation.WithArgumentList(list).WithInitializer(rest),
        };
    }
}
