using System.Reflection;
using System.Xml.Linq;
using LinkErrors.Flows;

namespace LinkErrors.Tests.Conventions;

/// <summary>Rules that reflection can show. Each gives the violations that it finds.</summary>
internal static class TypeRules
{
    /// <summary>A class is inherited only where its documentation invites it.</summary>
    public static IEnumerable<string> FindOpenClasses(IEnumerable<Type> types) =>
        from type in types
        where type.IsClass && !type.IsSealed && (!type.IsAbstract || type.IsAssignableTo(typeof(Attribute)))
        where !ReadDocumentation(type.Assembly).Any(member =>
            (string?)member.Attribute("name") == $"T:{type.FullName}" && member.Value.Contains("derive your own", StringComparison.Ordinal))
        select $"{type} is neither sealed nor abstract, and its documentation does not invite to derive from it";

    public static IEnumerable<string> FindReferences(Assembly assembly, params string[] allowed) =>
        from reference in assembly.GetReferencedAssemblies()
        where !allowed.Any(prefix => reference.Name == prefix || reference.Name!.StartsWith(prefix + ".", StringComparison.Ordinal))
        select $"{assembly.GetName().Name} refers to {reference.Name}";

    /// <summary>Only the validation makes a target, so no constructor of it and no static member that gives one is public.</summary>
    public static IEnumerable<string> FindTargetFactories(Type target, IEnumerable<Type> types)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Type[] all = [.. types];
        return target.GetConstructors().Select(constructor => $"{target}{constructor} is public")
            .Concat(all.SelectMany(type => type.GetMethods(Static)).Where(method => IsTarget(method.ReturnType)).Select(method => $"{method.DeclaringType}.{method} is public"))
            .Concat(all.SelectMany(type => type.GetFields(Static)).Where(field => IsTarget(field.FieldType)).Select(field => $"{field.DeclaringType}.{field} is public"))
            .Concat(target.GetProperties().Where(property => property.SetMethod?.IsPublic == true).Select(property => $"{target}.{property} can be set"))
            .Concat(target.GetMethod("<Clone>$") is null ? [] : [$"{target} is a record, which a with expression copies"]);

        bool IsTarget(Type type) => type == target || type == typeof(RedirectTarget);
    }

    /// <summary>An entry without words; the compiler finds the entries that are missing.</summary>
    public static IEnumerable<string> FindEmptySummaries(Assembly assembly) =>
        from member in ReadDocumentation(assembly)
        where member.Element("inheritdoc") is null && string.IsNullOrWhiteSpace(member.Element("summary")?.Value) && member.Element("summary")?.HasElements != true
        select $"{(string?)member.Attribute("name")} has no summary";

    public static XElement[] ReadDocumentation(Assembly assembly) =>
        [.. XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")];
}
