using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LinkErrors.Tests.Conventions;

/// <summary>Prints what users of an assembly can see, sorted, one line for each type and member.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What the compiler makes of an extension block beside its members, which are those of the class too.</summary>
    private const string ExtensionBlock = "+<G>$";

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(char)] = "char",
        [typeof(void)] = "void",
    };

    public static IEnumerable<Type> FindTypes(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => !type.FullName!.Contains(ExtensionBlock, StringComparison.Ordinal));

    public static IReadOnlyList<string> Print(IEnumerable<Type> types) =>
        [.. types.SelectMany(PrintType).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> PrintType(Type type)
    {
        yield return $"{Name(type)} : {string.Join(", ", Describe(type))}";
        foreach (MemberInfo member in type.GetMembers(Declared))
        {
            // What a record or an enumeration gets from the compiler follows from its first line.
            if (!member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && PrintMember(type, member) is { } line)
            {
                yield return $"{Name(type)}.{line}";
            }
        }
    }

    private static IEnumerable<string> Describe(Type type)
    {
        bool isRecord = type.GetMethod("PrintMembers", Declared) is not null;
        yield return type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => isRecord ? "record struct" : "struct",
            _ => isRecord ? "record" : "class",
        };
        if (type is { IsClass: true, IsAbstract: true, IsSealed: true })
        {
            yield return "static";
        }
        else if (type is { IsClass: true, IsAbstract: true })
        {
            yield return "abstract";
        }
        else if (type is { IsClass: true, IsSealed: true })
        {
            yield return "sealed";
        }

        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            yield return Spell(parent);
        }

        IEnumerable<Type> inherited = type.GetInterfaces().SelectMany(item => item.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        if (!type.IsEnum)
        {
            foreach (string name in type.GetInterfaces().Where(item => item.IsVisible).Except(inherited).Select(Spell).Order(StringComparer.Ordinal))
            {
                yield return name;
            }
        }
    }

    private static string? PrintMember(Type type, MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) => $".ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) =>
            $"{method.Name}{Generics(method)}({Parameters(method)}) -> {Spell(new NullabilityInfoContext().Create(method.ReturnParameter))}{Modifiers(method)}",
        PropertyInfo property when property.GetAccessors(nonPublic: true).FirstOrDefault(IsVisible) is { } accessor =>
            $"{property.Name}{Index(property)} {{ {Accessors(property)} }} -> {Spell(new NullabilityInfoContext().Create(property))}{Modifiers(accessor)}",
        FieldInfo { IsLiteral: true } field when type.IsEnum => string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"),
        FieldInfo { IsLiteral: true, IsPublic: true } field => $"{field.Name} = {Constant(field.GetRawConstantValue())}",
        FieldInfo { IsPublic: true, IsSpecialName: false } field => $"{field.Name} -> {Spell(field.FieldType)}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{(parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "")}"
        + $"{(method.IsDefined(typeof(ExtensionAttribute)) && parameter.Position == 0 ? "this " : "")}{Spell(new NullabilityInfoContext().Create(parameter))} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {Constant(parameter.DefaultValue)}" : "")));

    private static string Constant(object? value) => value switch
    {
        null => "default",
        true => "true",
        false => "false",
        string text => $"\"{text}\"",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{string.Join(", ", index.Select(parameter => Spell(parameter.ParameterType)))}]" : "";

    private static string Accessors(PropertyInfo property)
    {
        string get = property.GetMethod is { } getter && IsVisible(getter) ? "get;" : "";
        bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        string set = property.SetMethod is { } setter && IsVisible(setter) ? isInit ? " init;" : " set;" : "";
        return get + set;
    }

    private static string Modifiers(MethodBase method)
    {
        string modifiers = string.Join(", ", Find());
        return modifiers.Length == 0 ? "" : $" [{modifiers}]";

        IEnumerable<string> Find()
        {
            if (method.IsFamily || method.IsFamilyOrAssembly)
            {
                yield return "protected";
            }

            if (method.IsStatic)
            {
                yield return "static";
            }
            else if (method.DeclaringType!.IsInterface)
            {
                yield break;
            }
            else if (method is MethodInfo info && info.GetBaseDefinition() != info)
            {
                yield return "override";
            }
            else if (method.IsAbstract)
            {
                yield return "abstract";
            }
            else if (method is { IsVirtual: true, IsFinal: false })
            {
                yield return "virtual";
            }
        }
    }

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => string.Join(" : ", argument.GetGenericParameterConstraints().Select(Spell).Prepend(argument.Name))))}>"
            : "";

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Spell(NullabilityInfo info)
    {
        Type type = info.Type;
        bool isNullable = info.ReadState == NullabilityState.Nullable && !type.IsValueType && !type.IsByRef;
        if (type.IsGenericType && Nullable.GetUnderlyingType(type) is null && info.GenericTypeArguments.Length > 0)
        {
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(Spell))}>{(isNullable ? "?" : "")}";
        }

        return Spell(type) + (isNullable ? "?" : "");
    }

    private static string Spell(Type type)
    {
        if (type.IsByRef)
        {
            return Spell(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Spell(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Spell(underlying) + "?";
        }

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Spell))}>"
            : Keywords.GetValueOrDefault(type, type.Name);
    }
}
