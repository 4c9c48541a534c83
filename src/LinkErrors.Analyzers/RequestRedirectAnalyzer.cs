using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>LE0005: a link endpoint sends the browser to an address of the request that nothing has looked at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RequestRedirectAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.RequestRedirect];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (LinkErrorTypes.Find(start.Compilation) is { } types)
            {
                LinkEndpoints endpoints = new(types);
                start.RegisterOperationAction(action => Analyze(action, endpoints), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, LinkEndpoints endpoints)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!IsRedirect(call.TargetMethod)
            || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "location" or "url") is not { } address
            || !endpoints.Contain(call, context.ContainingSymbol))
        {
            return;
        }

        IOperation function = call.Function();
        foreach (IOperation start in address.Value.Alternatives())
        {
            if (RequestValue.Find(start, function, context.ContainingSymbol) is { } value && !RequestValue.IsLookedAt(value, function))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.RequestRedirect, value.Syntax.GetLocation(), value.Syntax.ToString()));
                return;
            }
        }
    }

    private static bool IsRedirect(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "HttpResponse" or "Results" or "TypedResults" => method.Name == "Redirect",
        "ControllerBase" or "PageModel" => method.Name is "Redirect" or "RedirectPermanent" or "RedirectPreserveMethod" or "RedirectPermanentPreserveMethod",
        _ => false,
    };
}
