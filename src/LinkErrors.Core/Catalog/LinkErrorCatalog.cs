using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace LinkErrors;

/// <summary>The definitions that are known, found by their canonical code. Immutable.</summary>
public sealed class LinkErrorCatalog : IReadOnlyCollection<LinkErrorDefinition>
{
    private readonly LinkErrorDefinition[] _definitions;
    private readonly FrozenDictionary<string, LinkErrorDefinition> _byCode;
    private readonly FrozenDictionary<string, LinkErrorDefinition> _byAlias;

    private LinkErrorCatalog(LinkErrorDefinition[] definitions)
    {
        _definitions = definitions;
        _byCode = definitions.ToFrozenDictionary(definition => definition.Code, StringComparer.Ordinal);
        _byAlias = definitions
            .SelectMany(definition => definition.Aliases, (definition, alias) => (Alias: alias, Definition: definition))
            .DistinctBy(pair => pair.Alias, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.Alias, pair => pair.Definition, StringComparer.Ordinal);
    }

    /// <summary>Every code of the five systems and of the standards: the entries of <see cref="LinkErrorDefinitions"/>.</summary>
    public static LinkErrorCatalog Default { get; } = new([.. LinkErrorDefinitions.All]);

    /// <inheritdoc/>
    public int Count => _definitions.Length;

    /// <summary>A catalog with further entries of the application's own.</summary>
    /// <param name="definitions">The entries to add; their codes must be new.</param>
    /// <returns>A new catalog; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definitions"/> is null.</exception>
    /// <exception cref="ArgumentException">A code is in the catalog already, or appears twice.</exception>
    public LinkErrorCatalog Add(params IEnumerable<LinkErrorDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        List<LinkErrorDefinition> all = [.. _definitions];
        HashSet<string> codes = new(_byCode.Keys, StringComparer.Ordinal);
        foreach (LinkErrorDefinition definition in definitions)
        {
            if (!codes.Add(definition.Code))
            {
                throw new ArgumentException(
                    $"The catalog has a definition of '{definition.Code}' already: a code means one thing. Choose another code.",
                    nameof(definitions));
            }

            all.Add(definition);
        }

        return new LinkErrorCatalog([.. all]);
    }

    /// <summary>Finds the entry of a code.</summary>
    /// <param name="code">The canonical code, compared letter for letter.</param>
    /// <param name="definition">The entry, when the method returns true.</param>
    /// <returns>Whether the catalog has the code.</returns>
    public bool TryFind(string code, [NotNullWhen(true)] out LinkErrorDefinition? definition) =>
        _byCode.TryGetValue(code, out definition);

    /// <summary>
    /// The entry of a code, or a bare one (status 400, may be redirected, not transient) for a code that is not in the
    /// catalog, so that an unknown code of a peer is not lost.
    /// </summary>
    /// <param name="code">The canonical code.</param>
    /// <returns>The entry, or a bare one.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not in the catalog and is no valid code.</exception>
    public LinkErrorDefinition Resolve(string code) =>
        TryFind(code, out LinkErrorDefinition? definition) ? definition : LinkErrorDefinition.Unknown(code);

    /// <summary>The entry that a peer's word stands for: its code, or another word for the same thing; null for one that nobody knows.</summary>
    internal LinkErrorDefinition? FindWord(string word) => _byCode.GetValueOrDefault(word) ?? _byAlias.GetValueOrDefault(word);

    /// <inheritdoc/>
    public IEnumerator<LinkErrorDefinition> GetEnumerator() => _definitions.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
