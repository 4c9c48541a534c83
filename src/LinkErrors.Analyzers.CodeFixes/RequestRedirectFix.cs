using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LinkErrors.Analyzers;

/// <summary>Redirects only to addresses of the application itself, where the framework has a method for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestRedirectFix))]
[Shared]
internal sealed class RequestRedirectFix : CodeFixProvider
{
    private const string Title = "Redirect only to local addresses";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.RequestRedirectId];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || FindName(root.FindNode(context.Span, getInnermostNodeForTie: true)) is not { } name
            || model.GetSymbolInfo(name, context.CancellationToken).Symbol is not IMethodSymbol { ContainingType.Name: not "HttpResponse" })
        {
            return;
        }

        SimpleNameSyntax local = SyntaxFactory.IdentifierName("Local" + name.Identifier.ValueText).WithTriviaFrom(name);
        context.RegisterCodeFix(
            CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(name, local))), Title), context.Diagnostics);
    }

    /// <summary>The name of the method that redirects: the nearest call around the address that has such a name.</summary>
    private static SimpleNameSyntax? FindName(SyntaxNode address) => address.Ancestors()
        .OfType<InvocationExpressionSyntax>()
        .Select(call => call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax name => name,
            _ => null,
        })
        .FirstOrDefault(name => name?.Identifier.ValueText.StartsWith("Redirect", StringComparison.Ordinal) == true);
}
