using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using LinkErrors.Dialects;
using LinkErrors.Model;

namespace LinkErrors.Settings;

/// <summary>The dialects of the library and of the application, by name.</summary>
internal sealed class LinkErrorDialectRegistry
{
    private readonly FrozenDictionary<string, LinkErrorDialect> _byName;

    public LinkErrorDialectRegistry(IEnumerable<LinkErrorDialect> custom)
    {
        Custom = [.. custom];
        All = [.. LinkErrorDialects.All, .. Custom];
        Dictionary<string, LinkErrorDialect> byName = new(StringComparer.OrdinalIgnoreCase);
        foreach (LinkErrorDialect dialect in All)
        {
            if (!byName.TryAdd(dialect.Name, dialect))
            {
                throw new InvalidOperationException(
                    $"Two dialects are named '{dialect.Name}' ({byName[dialect.Name].GetType()} and {dialect.GetType()}). A dialect's name is unique; choose another.");
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<LinkErrorDialect> All { get; }

    public IReadOnlyList<LinkErrorDialect> Custom { get; }

    public string Names => string.Join(", ", All);

    /// <summary>A question about a name that is unknown, see <see cref="Suggestion.Ask"/>.</summary>
    public string Suggest(string? name) => Suggestion.Ask(name, All.Select(dialect => dialect.Name));

    public bool Contains(string? name) => name is not null && _byName.ContainsKey(name);

    public bool TryGet(string name, [NotNullWhen(true)] out LinkErrorDialect? dialect) => _byName.TryGetValue(name, out dialect);

    public LinkErrorDialect Get(string name) => _byName.TryGetValue(name, out LinkErrorDialect? dialect)
        ? dialect
        : throw new InvalidOperationException($"There is no dialect '{name}'.{Suggest(name)} Known dialects: {Names}. Add one of your own with AddLinkErrors().AddDialect(...).");
}
