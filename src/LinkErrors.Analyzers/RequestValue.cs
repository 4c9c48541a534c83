using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>Tells what the caller of an endpoint has written, and whether the endpoint has looked at it.</summary>
internal static class RequestValue
{
    /// <summary>The value of the request that an address begins with; null when it begins with anything else.</summary>
    /// <param name="address">The address.</param>
    /// <param name="function">The code of the endpoint.</param>
    /// <param name="member">The member that it stands in.</param>
    public static IOperation? Find(IOperation address, IOperation function, ISymbol member)
    {
        IOperation start = Start(address.Unwrap());
        return start switch
        {
            IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_String } parameter } when !IsService(parameter) && !IsValidated(parameter) && IsOf(parameter, function) => start,
            ILocalReferenceOperation local when FindInitializer(local.Local, function) is { } initializer =>
                initializer.Alternatives().Any(value => IsRead(Start(value))) ? start : null,
            ILocalReferenceOperation local => FindDictionary(local.Local, function) is { } dictionary && IsRead(dictionary) ? start : null,
            IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String } property, Instance: IInstanceReferenceOperation } when IsBound(property) && IsEndpoint(function, member) =>
                IsMentionedBeside(property, function) ? null : start,
            _ => IsRead(start) ? start : null,
        };
    }

    /// <summary>
    /// Whether the endpoint mentions the value anywhere but in the redirect, in its own declaration and in checks for null: what it does
    /// with it there is taken for a check.
    /// </summary>
    public static bool IsLookedAt(IOperation value, IOperation function) => function.Descendants()
        .Any(other => other.Syntax != value.Syntax && other.Kind == value.Kind && SyntaxFactory.AreEquivalent(other.Syntax, value.Syntax) && !IsNullCheck(other));

    /// <summary>The only value that a local ever has; null where it is assigned elsewhere.</summary>
    public static IOperation? FindInitializer(ILocalSymbol local, IOperation function)
    {
        IOperation root = function.Root();
        bool isAssigned = root.Descendants().Any(operation =>
            operation is IAssignmentOperation { Target: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local));
        return isAssigned
            ? null
            : root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declared => SymbolEqualityComparer.Default.Equals(declared.Symbol, local))?.GetVariableInitializer()?.Value;
    }

    /// <summary>Where a local is the <c>out</c> value of <c>TryGetValue</c>, what it is looked up in.</summary>
    private static IOperation? FindDictionary(ILocalSymbol local, IOperation function) => function.Root().Descendants()
        .OfType<IDeclarationExpressionOperation>()
        .Where(declared => declared.Expression is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
        .Select(declared => declared.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance: { } dictionary } } ? dictionary.Unwrap() : null)
        .FirstOrDefault();

    /// <summary>What an address begins with: behind a fixed beginning, a value can change no host.</summary>
    private static IOperation Start(IOperation value) => value.Unwrap() switch
    {
        IInterpolatedStringOperation text when text.Parts.FirstOrDefault() is IInterpolationOperation first => Start(first.Expression),
        IBinaryOperation sum when sum.Operands().First() is { } first && first != sum => Start(first),
        IInvocationOperation { TargetMethod: { Name: "AddQueryString", ContainingType.Name: "QueryHelpers" } } call => Start(call.Arguments[0].Value),
        IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true }, Instance: { } instance } => Start(instance),
        IInvocationOperation { TargetMethod: { Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" } method } call when method.ContainingType.Name == "Enumerable" => Start(call.Arguments[0].Value),
        IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: "StringValues" }, Instance: { } values } => Start(values),
        ICoalesceOperation coalesce => Start(coalesce.Value),
        var start => start,
    };

    /// <summary>Whether something is read from what the request carries.</summary>
    private static bool IsRead(IOperation value)
    {
        for (IOperation? operation = value; operation is IPropertyReferenceOperation property; operation = property.Instance?.Unwrap())
        {
            if (property.Property is { Name: "Query" or "Form" or "Headers" or "Cookies" or "RouteValues", ContainingType.Name: "HttpRequest" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsService(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute");

    /// <summary>Whether a property of a controller or a page is filled from the request, whatever its method.</summary>
    private static bool IsBound(IPropertySymbol property) => !IsValidated(property) && property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name switch
    {
        "BindPropertyAttribute" => attribute.NamedArguments.Any(argument => argument is { Key: "SupportsGet", Value.Value: true }),
        "FromQueryAttribute" or "FromHeaderAttribute" => property.ContainingType.Name.EndsWith("Controller", StringComparison.Ordinal),
        _ => false,
    });

    /// <summary>Whether an attribute looks at more than the length: the application may refuse every other value before the endpoint runs.</summary>
    private static bool IsValidated(ISymbol value) => value.GetAttributes()
        .Select(attribute => attribute.AttributeClass)
        .Where(type => type?.Name is not ("RequiredAttribute" or "StringLengthAttribute" or "MaxLengthAttribute" or "MinLengthAttribute" or "LengthAttribute"))
        .Any(type =>
        {
            for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
            {
                if (current.Name == "ValidationAttribute")
                {
                    return true;
                }
            }

            return false;
        });

    private static bool IsEndpoint(IOperation function, ISymbol member) =>
        function is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public };

    /// <summary>Whether the type mentions a property outside of the endpoint and of other redirects: a filter of its own may look at it there.</summary>
    private static bool IsMentionedBeside(IPropertySymbol property, IOperation function) => property.ContainingType.DeclaringSyntaxReferences
        .SelectMany(declaration => declaration.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>())
        .Any(name => name.Identifier.ValueText == property.Name
            && !(name.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(name.Span))
            && !IsRedirected(name));

    private static bool IsRedirected(IdentifierNameSyntax name)
    {
        SyntaxNode value = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? member : name;
        return value.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && (call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression) is SimpleNameSyntax method
            && method.Identifier.ValueText.StartsWith("Redirect", StringComparison.Ordinal);
    }

    /// <summary>A parameter of the endpoint itself: what is handed on to another function is not followed.</summary>
    private static bool IsOf(IParameterSymbol parameter, IOperation function) =>
        function is IAnonymousFunctionOperation lambda
            ? SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda.Symbol)
            : function is not ILocalFunctionOperation && parameter.ContainingSymbol is IMethodSymbol { DeclaredAccessibility: Accessibility.Public };

    private static bool IsNullCheck(IOperation value)
    {
        IOperation? parent = value.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IBinaryOperation comparison => IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } => IsNull(constant),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } } => IsNull(constant),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } } => true,
            _ => false,
        };
    }

    private static bool IsNull(IOperation operation) => operation.Unwrap().ConstantValue is { HasValue: true, Value: null };
}
