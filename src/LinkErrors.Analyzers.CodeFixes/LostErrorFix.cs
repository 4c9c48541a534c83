using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LinkErrors.Analyzers;

/// <summary>Throws the caught exception on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LostErrorFix))]
[Shared]
internal sealed class LostErrorFix : CodeFixProvider
{
    private const string Title = "Throw the caught exception on";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.LostErrorId];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            && root.FindNode(context.Span, getInnermostNodeForTie: true) is ThrowStatementSyntax statement)
        {
            ThrowStatementSyntax rethrow = SyntaxFactory.ThrowStatement().WithTriviaFrom(statement);
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(statement, rethrow))), Title), context.Diagnostics);
        }
    }
}
