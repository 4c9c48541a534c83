using System.Collections.Frozen;
using LinkErrors.Dialects;

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

    public bool Contains(string? name) => name is not null && _byName.ContainsKey(name);

    public LinkErrorDialect Get(string name) => _byName.TryGetValue(name, out LinkErrorDialect? dialect)
        ? dialect
        : throw new InvalidOperationException($"There is no dialect '{name}'. Known dialects: {Names}. Add one of your own with AddLinkErrors().AddDialect(...).");
}
