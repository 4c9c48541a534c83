using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>Ways through the tree of operations that several rules take.</summary>
internal static class Operations
{
    /// <summary>What an expression is without the conversions, awaits and null checks around it.</summary>
    public static IOperation Unwrap(this IOperation operation) => operation switch
    {
        IConversionOperation conversion => conversion.Operand.Unwrap(),
        IParenthesizedOperation parenthesized => parenthesized.Operand.Unwrap(),
        IAwaitOperation awaited => awaited.Operation.Unwrap(),
        IConditionalAccessOperation access => access.WhenNotNull.Unwrap(),
        _ => operation,
    };

    /// <summary>Every value that an expression may turn out to be: both branches of <c>?:</c> and both sides of <c>??</c>.</summary>
    public static IEnumerable<IOperation> Alternatives(this IOperation operation) => operation.Unwrap() switch
    {
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => conditional.WhenTrue.Alternatives().Concat(whenFalse.Alternatives()),
        ICoalesceOperation coalesce => coalesce.Value.Alternatives().Concat(coalesce.WhenNull.Alternatives()),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => arm.Value.Alternatives()),
        var value => [value],
    };

    /// <summary>The operands of a concatenation, from left to right; the value itself where it is none.</summary>
    public static IEnumerable<IOperation> Operands(this IOperation operation) =>
        operation.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum
            ? sum.LeftOperand.Operands().Concat(sum.RightOperand.Operands())
            : [operation.Unwrap()];

    /// <summary>The whole code of the member that an operation is in.</summary>
    public static IOperation Root(this IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    /// <summary>What an operation is made on, also behind <c>?.</c>.</summary>
    public static IOperation? ResolveInstance(this IOperation? instance)
    {
        if (instance is not IConditionalAccessInstanceOperation)
        {
            return instance?.Unwrap();
        }

        IOperation inner = instance;
        while (inner.Parent is { } parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == inner)
            {
                return access.Operation.Unwrap();
            }

            inner = parent;
        }

        return null;
    }

    /// <summary>The function whose code an operation is: of a lambda its body, else that of the member.</summary>
    public static IOperation Function(this IOperation operation)
    {
        IOperation function = operation;
        while (function is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && function.Parent is { } parent)
        {
            function = parent;
        }

        return function;
    }
}
