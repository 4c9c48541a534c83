using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>
/// Tells whether code is that of a link endpoint: a method or class with the attribute, or a lambda that has it, or whose endpoint or group is
/// marked by a call. A method that is mapped by its name is not followed.
/// </summary>
internal sealed class LinkEndpoints(LinkErrorTypes types)
{
    public bool Contain(IOperation operation, ISymbol member)
    {
        for (IOperation? function = operation.Function(); function is IAnonymousFunctionOperation or ILocalFunctionOperation; function = function.Parent?.Function())
        {
            if (function is IAnonymousFunctionOperation lambda && FindMark(lambda) is { } mark)
            {
                return mark;
            }
        }

        return FindAttribute(member) ?? BaseTypes(member.ContainingType).Select(FindAttribute).FirstOrDefault(mark => mark is not null) ?? false;
    }

    /// <summary>What the nearest mark of a lambda says: the last of its endpoint, else its attribute, else the last of the innermost group; null without any.</summary>
    private bool? FindMark(IAnonymousFunctionOperation lambda)
    {
        IOperation? operation = lambda.Parent;
        while (operation is IDelegateCreationOperation or IConversionOperation)
        {
            operation = operation.Parent;
        }

        IInvocationOperation? map = (operation as IArgumentOperation)?.Parent as IInvocationOperation;
        return (map is null ? null : FindMarkBehind(map)) ?? FindAttribute(lambda.Symbol) ?? (map is null ? null : FindMarkOf(Receiver(map)));
    }

    private bool? FindAttribute(ISymbol symbol) =>
        Has(symbol, types.DisableAttribute) ? false
        : Has(symbol, types.Attribute) ? true
        : null;

    /// <summary>What is said of an endpoint after it was mapped: in the same chain of calls, then where the chain is a local by that.</summary>
    private static bool? FindMarkBehind(IInvocationOperation map)
    {
        bool? mark = null;
        IInvocationOperation last = map;
        for (IInvocationOperation? next = Follower(map); next is not null; next = Follower(next))
        {
            mark = ReadMark(next) ?? mark;
            last = next;
        }

        IOperation? parent = last.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return (parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } ? FindMarkOn(local, map) : null) ?? mark;
    }

    /// <summary>
    /// What is said of a group, and of the groups that it is in, from the inside outwards. Code that is being typed may have locals that are
    /// made of each other, so none is looked at twice.
    /// </summary>
    private static bool? FindMarkOf(IOperation? builder)
    {
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        IOperation? current = builder?.Unwrap();
        while (current is not null)
        {
            switch (current)
            {
                case IInvocationOperation call:
                    if (ReadMark(call) is { } mark)
                    {
                        return mark;
                    }

                    current = Receiver(call)?.Unwrap();
                    break;

                case ILocalReferenceOperation { Local: var local } when seen.Add(local) && RequestValue.FindInitializer(local, current) is { } initializer:
                    if (FindMarkOn(local, current) is { } said)
                    {
                        return said;
                    }

                    current = initializer.Unwrap();
                    break;

                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>
    /// What the statements on a local builder say, which count wherever they stand: its conventions run when the application starts. Of several
    /// that are not in one chain the order is not followed: one that takes the endpoints out is enough.
    /// </summary>
    private static bool? FindMarkOn(ILocalSymbol local, IOperation place)
    {
        bool? mark = null;
        foreach (ILocalReferenceOperation reference in place.Root().Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local)))
        {
            bool? said = null;
            for (IInvocationOperation? call = Follower(reference); call is not null && IsSameBuilder(call); call = Follower(call))
            {
                said = ReadMark(call) ?? said;
            }

            mark = said is null ? mark : said.Value && mark != false;
        }

        return mark;
    }

    private static bool? ReadMark(IInvocationOperation call) => !LinkErrorTypes.Declare(call.TargetMethod) ? null : call.TargetMethod.Name switch
    {
        "WithLinkErrors" => true,
        "DisableLinkErrors" => false,
        _ => null,
    };

    /// <summary>Whether a call speaks of the builder that it is called on, and gives it back. <c>MapGroup</c> gives another.</summary>
    private static bool IsSameBuilder(IInvocationOperation call) =>
        !call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal) && SymbolEqualityComparer.Default.Equals(call.Type, Receiver(call)?.Unwrap().Type);

    /// <summary>What an extension or a method of a builder is called on.</summary>
    private static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod || call.TargetMethod.ReducedFrom is not null ? call.Arguments.FirstOrDefault()?.Value : null);

    /// <summary>The call that is made on a value.</summary>
    private static IInvocationOperation? Follower(IOperation value)
    {
        IOperation? parent = value.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IInvocationOperation next when next.Instance?.Unwrap() == value => next,
            IArgumentOperation { Parent: IInvocationOperation next } when Receiver(next)?.Unwrap() == value => next,
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
