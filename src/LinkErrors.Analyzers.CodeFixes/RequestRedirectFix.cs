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
            || FindCall(root.FindNode(context.Span, getInnermostNodeForTie: true)) is not { } call
            || model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { ContainingType.Name: not "HttpResponse" } method
            || FindTwin(method) is not { } twin
            || !Fits(call, twin, model, context.CancellationToken))
        {
            return;
        }

        CodeAction action = CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(call, Rename(call, method, twin)))), Title);
        context.RegisterCodeFix(action, context.Diagnostics);
    }

    /// <summary>The method that takes the same and redirects only locally.</summary>
    private static IMethodSymbol? FindTwin(IMethodSymbol method) => method.ContainingType.GetMembers("Local" + method.Name)
        .OfType<IMethodSymbol>()
        .FirstOrDefault(twin => twin.Parameters.Select(parameter => parameter.Type).SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default));

    /// <summary>Whether what the twin gives may stand where the result stands: a <c>LocalRedirectResult</c> is no <c>RedirectResult</c>.</summary>
    private static bool Fits(InvocationExpressionSyntax call, IMethodSymbol twin, SemanticModel model, CancellationToken cancellationToken) =>
        call.Parent is not CastExpressionSyntax
        && model.GetTypeInfo(call, cancellationToken).ConvertedType is { } needed
        && model.Compilation.ClassifyConversion(twin.ReturnType, needed).IsImplicit;

    /// <summary>The same call of the twin, whose first parameter has another name.</summary>
    private static InvocationExpressionSyntax Rename(InvocationExpressionSyntax call, IMethodSymbol method, IMethodSymbol twin)
    {
        SimpleNameSyntax name = FindName(call)!;
        IEnumerable<ArgumentSyntax> arguments = call.ArgumentList.Arguments.Select(argument =>
            argument.NameColon?.Name is { } written && method.Parameters.FirstOrDefault(parameter => parameter.Name == written.Identifier.ValueText) is { } parameter
                ? argument.ReplaceNode(written, SyntaxFactory.IdentifierName(twin.Parameters[parameter.Ordinal].Name).WithTriviaFrom(written))
                : argument);
        SeparatedSyntaxList<ArgumentSyntax> renamed = SyntaxFactory.SeparatedList(arguments, call.ArgumentList.Arguments.GetSeparators());
        return call.ReplaceNode(name, SyntaxFactory.IdentifierName(twin.Name).WithTriviaFrom(name)).WithArgumentList(call.ArgumentList.WithArguments(renamed));
    }

    /// <summary>The call that redirects: the nearest around the address whose method has such a name.</summary>
    private static InvocationExpressionSyntax? FindCall(SyntaxNode address) =>
        address.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => FindName(call)?.Identifier.ValueText.StartsWith("Redirect", StringComparison.Ordinal) == true);

    private static SimpleNameSyntax? FindName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
