using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LinkErrors.Analyzers;

/// <summary>
/// Tells a text that somebody else wrote, or that a program puts together from one, from what the application says in its own words.
/// </summary>
internal sealed class ForeignText(LinkErrorTypes types, Compilation compilation)
{
    private readonly INamedTypeSymbol? _content = compilation.GetTypeByMetadataName("System.Net.Http.HttpContent");
    private readonly INamedTypeSymbol? _response = compilation.GetTypeByMetadataName("System.Net.Http.HttpResponseMessage");
    private readonly INamedTypeSymbol? _uri = compilation.GetTypeByMetadataName("System.Uri");
    private readonly INamedTypeSymbol? _values = compilation.GetTypeByMetadataName("Microsoft.Extensions.Primitives.StringValues");

    /// <summary>The first part of a value that is such a text; null when it has none.</summary>
    public IOperation? Find(IOperation value) => value.Alternatives().Select(FindIn).FirstOrDefault(found => found is not null);

    private IOperation? FindIn(IOperation value)
    {
        if (value.ConstantValue.HasValue)
        {
            return null;
        }

        if (IsUpstream(value))
        {
            return value;
        }

        return Parts(Uncut(value)).SelectMany(part => part.Alternatives()).FirstOrDefault(part => IsUpstream(part) || IsVariable(part));
    }

    /// <summary>The text that another is cut from or made of, as by <c>Trim()</c>, <c>Replace(…)</c>, <c>[..100]</c> or <c>Split(…)[0]</c>.</summary>
    private static IOperation Uncut(IOperation value)
    {
        IOperation text = value;
        while (Original(text)?.ResolveInstance() is { } original)
        {
            text = original;
        }

        return text;
    }

    private static IOperation? Original(IOperation text) => text switch
    {
        IInvocationOperation { TargetMethod: { ReturnType.SpecialType: SpecialType.System_String, ContainingType.SpecialType: SpecialType.System_String }, Instance: { } instance } => instance,
        IImplicitIndexerReferenceOperation { Type.SpecialType: SpecialType.System_String, Instance: { } instance } => instance,
        IArrayElementReferenceOperation { ArrayReference: var array } => Unsplit(array),
        IInvocationOperation { TargetMethod: { Name: "First" or "FirstOrDefault" or "Last" or "LastOrDefault", ContainingType.Name: "Enumerable" } } call => Unsplit(call.Arguments.FirstOrDefault()?.Value),
        _ => null,
    };

    private static IOperation? Unsplit(IOperation? parts) =>
        parts?.Unwrap() is IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } instance } ? instance : null;

    /// <summary>What is put into an interpolation, a concatenation or a format.</summary>
    private static IEnumerable<IOperation> Parts(IOperation value) => value switch
    {
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Select(part => part.Expression),
        IBinaryOperation => value.Operands().ToArray() is { Length: > 1 } operands ? operands : [],
        IInvocationOperation { TargetMethod: { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } call => call.Arguments.SelectMany(Elements),
        _ => [],
    };

    private static IEnumerable<IOperation> Elements(IArgumentOperation argument) => argument.Value.Unwrap() switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        var value => [value],
    };

    /// <summary>What an exception, a peer or its answer says, or a piece of it.</summary>
    private bool IsUpstream(IOperation value) => Uncut(value) switch
    {
        IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String } property } =>
            (property.Name is "Message" or "StackTrace" or "DebugMessage" && LinkErrorTypes.Is(property.ContainingType, types.Exception))
            || LinkErrorTypes.Is(property.ContainingType, types.Origin)
            || LinkErrorTypes.Is(property.ContainingType, types.Reading)
            || (property.Name == "ReasonPhrase" && LinkErrorTypes.Is(property.ContainingType, _response)),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { } type } => LinkErrorTypes.Is(type, types.Exception),
        IInvocationOperation { TargetMethod: { Name: "ReadAsStringAsync" } method } => LinkErrorTypes.Is(method.ContainingType, _content),
        _ => false,
    };

    /// <summary>A variable that may hold any text. Numbers, times, identifiers and members of an enum cannot.</summary>
    private bool IsVariable(IOperation value) => !value.ConstantValue.HasValue && MayBeText(value.Type) && value switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => true,
        IFieldReferenceOperation field => !field.Field.IsStatic && !IsOwn(field.Field.ContainingType),
        IPropertyReferenceOperation property => !property.Property.IsStatic && !IsOwn(property.Property.ContainingType),
        _ => false,
    };

    /// <summary>What is public of an error already, and what the application itself is configured with.</summary>
    private bool IsOwn(INamedTypeSymbol type) =>
        LinkErrorTypes.Is(type, types.Error) || LinkErrorTypes.Is(type, types.Definition) || LinkErrorTypes.Is(type, types.LinkException)
        || type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal);

    private bool MayBeText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Object }
        || LinkErrorTypes.Is(type, types.Exception) || LinkErrorTypes.Is(type, _uri) || LinkErrorTypes.Is(type, _values);
}
