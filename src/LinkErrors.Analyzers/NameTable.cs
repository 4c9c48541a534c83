using Microsoft.CodeAnalysis;

namespace LinkErrors.Analyzers;

/// <summary>The names of one kind, read from the constants of the library that the compilation refers to.</summary>
/// <param name="kind">What the names are of.</param>
/// <param name="constants">The type with the constants.</param>
/// <param name="comparer">How they are compared.</param>
/// <param name="compilation">The compilation.</param>
internal sealed class NameTable(string kind, string constants, StringComparer comparer, Compilation compilation)
{
    private readonly string[] _names =
    [
        .. compilation.GetTypeByMetadataName(constants)?.GetMembers().OfType<IFieldSymbol>().Select(field => field.ConstantValue).OfType<string>() ?? [],
    ];

    public string Kind => kind;

    public StringComparer Comparer => comparer;

    /// <summary>The name that was meant; null for one that there is, or that is like none.</summary>
    public string? FindMeant(string written) => _names.Contains(written, comparer) ? null : Spelling.FindMeant(written, _names);
}
