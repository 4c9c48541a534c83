using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace LinkErrors.Model;

/// <summary>
/// What a code may look like. Apart from the catalog, whose static state is made of definitions: a definition that asked
/// the catalog would initialise the two in a circle.
/// </summary>
internal static class LinkErrorCodeRule
{
    private const int MaximumLength = 100;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    public static bool IsValid([NotNullWhen(true)] string? code) =>
        code is { Length: > 0 and <= MaximumLength } && !code.AsSpan().ContainsAnyExcept(Characters);
}
