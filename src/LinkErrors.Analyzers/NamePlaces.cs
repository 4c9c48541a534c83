using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>The places of code where a literal names a dialect or a canonical code.</summary>
internal sealed class NamePlaces(LinkErrorTypes types)
{
    public NamePlace Find(ILiteralOperation literal)
    {
        IOperation value = literal;
        while (value.Parent is IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } } call } => FindByComparison(call),
            IInvocationOperation { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } } call => FindByComparison(call),
            IArgumentOperation { Parameter: { } parameter } => FindByParameter(parameter),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when assignment.Value == value => FindByTarget(target),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                IsCode(comparison.LeftOperand) || IsCode(comparison.RightOperand) ? NamePlace.Code : NamePlace.None,
            IConstantPatternOperation pattern when FindMatched(pattern) is { } matched => IsCode(matched) ? NamePlace.Code : NamePlace.None,
            ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => IsCode(choice.Value) ? NamePlace.Code : NamePlace.None,
            _ => NamePlace.None,
        };
    }

    /// <summary>The place of an argument of an attribute.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="constructor">The constructor that takes it.</param>
    public static NamePlace Find(AttributeArgumentSyntax argument, IMethodSymbol constructor)
    {
        if (argument.NameEquals is { Name.Identifier.ValueText: var property })
        {
            return property == "Dialect" && LinkErrorTypes.Declare(constructor) ? NamePlace.Dialect : NamePlace.None;
        }

        int position = ((AttributeArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        IParameterSymbol? parameter = argument.NameColon is { Name.Identifier.ValueText: var name }
            ? constructor.Parameters.FirstOrDefault(candidate => candidate.Name == name)
            : constructor.Parameters.ElementAtOrDefault(Math.Min(position, constructor.Parameters.Length - 1));
        return parameter is null ? NamePlace.None : FindByParameter(parameter);
    }

    private static NamePlace FindByParameter(IParameterSymbol parameter) => parameter switch
    {
        _ when !LinkErrorTypes.Declare(parameter.ContainingSymbol) => NamePlace.None,
        { Name: "dialect" } => NamePlace.Dialect,
        { Name: "codes", ContainingType.Name: "ProducesLinkErrorsAttribute" } => NamePlace.Code,
        { Name: "code", ContainingType.Name: "LinkErrorCatalog" } => NamePlace.Code,
        _ => NamePlace.None,
    };

    /// <summary>What one side of <c>string.Equals</c> is where the other is a code.</summary>
    private NamePlace FindByComparison(IInvocationOperation call)
    {
        if (!(call.Instance is { } instance && IsCode(instance)) && !call.Arguments.Any(argument => IsCode(argument.Value)))
        {
            return NamePlace.None;
        }

        IOperation? how = call.Arguments.Select(argument => argument.Value).FirstOrDefault(value => value.Type is { Name: nameof(StringComparison) });
        bool isExact = how is null || how.ConstantValue is { HasValue: true, Value: (int)StringComparison.Ordinal or (int)StringComparison.CurrentCulture or (int)StringComparison.InvariantCulture };
        return isExact ? NamePlace.Code : NamePlace.CodeInAnyCase;
    }

    private static NamePlace FindByTarget(IPropertyReferenceOperation target) => target switch
    {
        { Property.Name: "Dialect" } when LinkErrorTypes.Declare(target.Property) => NamePlace.Dialect,
        { Property: { IsIndexer: true, ContainingType.Name: "LinkErrorCodeTable" or "LinkErrorStatusTable" } } when LinkErrorTypes.Declare(target.Property) => NamePlace.Code,
        { Property.IsIndexer: true } when FindIndexed(target) is { Name: "Codes", ContainingType.Name: "LinkErrorReaderOptions" } codes && LinkErrorTypes.Declare(codes) => NamePlace.Code,
        _ => NamePlace.None,
    };

    /// <summary>The property whose value is indexed; in an initializer it stands further out.</summary>
    private static IPropertySymbol? FindIndexed(IPropertyReferenceOperation indexer)
    {
        IOperation? indexed = indexer.Instance;
        if (indexed is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            IOperation? initializer = indexed;
            while (initializer is not (null or IMemberInitializerOperation))
            {
                initializer = initializer.Parent;
            }

            indexed = (initializer as IMemberInitializerOperation)?.InitializedMember;
        }

        return (indexed as IPropertyReferenceOperation)?.Property;
    }

    /// <summary>The value that a pattern is held against, through <c>or</c> and <c>not</c>.</summary>
    private static IOperation? FindMatched(IOperation pattern)
    {
        while (pattern.Parent is IBinaryPatternOperation or INegatedPatternOperation)
        {
            pattern = pattern.Parent;
        }

        return pattern.Parent switch
        {
            IIsPatternOperation match => match.Value,
            IPropertySubpatternOperation property => property.Member,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => choice.Value,
            _ => null,
        };
    }

    private bool IsCode(IOperation operation) =>
        operation.Unwrap() is IPropertyReferenceOperation { Property: { Name: "Code", ContainingType: { } type } }
        && (LinkErrorTypes.Is(type, types.Error) || LinkErrorTypes.Is(type, types.LinkException) || LinkErrorTypes.Is(type, types.Definition));
}
