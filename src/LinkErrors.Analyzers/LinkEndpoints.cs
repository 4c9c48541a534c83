using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>
/// Tells whether code is that of a link endpoint: a method or class with the attribute, or a lambda with it, or one that is mapped in a
/// chain of calls with <c>WithLinkErrors</c>. A method that is mapped by its name is not followed.
/// </summary>
internal sealed class LinkEndpoints(LinkErrorTypes types)
{
    public bool Contain(IOperation operation, ISymbol member)
    {
        for (IOperation? function = operation.Function(); function is IAnonymousFunctionOperation or ILocalFunctionOperation; function = function.Parent?.Function())
        {
            if (function is IAnonymousFunctionOperation lambda && (Has(lambda.Symbol, types.Attribute) || IsMapped(lambda)))
            {
                return !Has(lambda.Symbol, types.DisableAttribute);
            }
        }

        return !Has(member, types.DisableAttribute) && (Has(member, types.Attribute) || BaseTypes(member.ContainingType).Any(type => Has(type, types.Attribute)));
    }

    /// <summary>Whether the call that takes the lambda stands on, or is followed by, <c>WithLinkErrors</c>.</summary>
    private static bool IsMapped(IAnonymousFunctionOperation lambda)
    {
        IOperation? operation = lambda.Parent;
        while (operation is IDelegateCreationOperation or IConversionOperation)
        {
            operation = operation.Parent;
        }

        if (operation is not IArgumentOperation { Parent: IInvocationOperation map })
        {
            return false;
        }

        for (IInvocationOperation? next = map; next is not null; next = Follower(next))
        {
            if (IsMark(next))
            {
                return true;
            }
        }

        return IsMarkedGroup(Receiver(map), map.Function());
    }

    private static bool IsMarkedGroup(IOperation? builder, IOperation function) => builder?.Unwrap() switch
    {
        IInvocationOperation call => IsMark(call) || IsMarkedGroup(Receiver(call), function),
        ILocalReferenceOperation local => RequestValue.FindInitializer(local.Local, function) is { } initializer && IsMarkedGroup(initializer, function),
        _ => false,
    };

    private static bool IsMark(IInvocationOperation call) => call.TargetMethod.Name == "WithLinkErrors" && LinkErrorTypes.Declare(call.TargetMethod);

    /// <summary>What an extension or a method of a builder is called on.</summary>
    private static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod || call.TargetMethod.ReducedFrom is not null ? call.Arguments.FirstOrDefault()?.Value : null);

    /// <summary>The call that is made on the result of this one.</summary>
    private static IInvocationOperation? Follower(IInvocationOperation call)
    {
        IOperation? parent = call.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IInvocationOperation next when next.Instance?.Unwrap() == call => next,
            IArgumentOperation { Parent: IInvocationOperation next } when Receiver(next)?.Unwrap() == call => next,
            _ => null,
        };
    }

    private static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) =>
        attribute is not null && symbol.GetAttributes().Any(item => SymbolEqualityComparer.Default.Equals(item.AttributeClass, attribute));

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
