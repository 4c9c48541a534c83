using System.Collections.Frozen;

namespace LinkErrors.Dialects;

/// <summary>
/// What the codes of a provider mean, as canonical codes. A code may be refined by a sub-code; the row with the sub-code goes first.
/// It is filled in the statement that makes its dialect, and closed once the dialect has read.
/// </summary>
/// <example><code>Codes = { ["190"] = LinkErrorCodes.InvalidToken, ["190", "459"] = LinkErrorCodes.InteractionRequired }</code></example>
public sealed class LinkErrorCodeTable
{
    private readonly string _dialect;
    private readonly LinkErrorCatalog _catalog;
    private readonly Dictionary<(string Code, string? SubCode), string> _rows = [];
    private FrozenDictionary<(string Code, string? SubCode), string>? _closed;

    internal LinkErrorCodeTable(string dialect, LinkErrorCatalog catalog)
    {
        _dialect = dialect;
        _catalog = catalog;
    }

    /// <summary>The rows, in the order in which they were written.</summary>
    public IReadOnlyList<(string Code, string? SubCode, string Canonical)> Rows => [.. _rows.Select(row => (row.Key.Code, row.Key.SubCode, row.Value))];

    /// <summary>Says what a code means, whatever its sub-code.</summary>
    /// <param name="code">The provider's code, letter for letter; a number as its digits. A fixed text may stand for a code that is missing.</param>
    /// <exception cref="ArgumentException">The value is not a code of the catalog, or <paramref name="code"/> is empty or has a row already.</exception>
    /// <exception cref="InvalidOperationException">The dialect has read already.</exception>
    public string this[string code]
    {
        set => Add(code, subCode: null, value);
    }

    /// <summary>Says what a code means together with a sub-code.</summary>
    /// <param name="code">The provider's code, letter for letter.</param>
    /// <param name="subCode">The provider's sub-code, letter for letter.</param>
    /// <exception cref="ArgumentException">The value is not a code of the catalog, or the pair has a row already, or a part of it is empty.</exception>
    /// <exception cref="InvalidOperationException">The dialect has read already.</exception>
    public string this[string code, string subCode]
    {
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(subCode);
            Add(code, subCode, value);
        }
    }

    internal string? Find(string code, string? subCode = null) =>
        (_closed ??= _rows.ToFrozenDictionary()).GetValueOrDefault((code, subCode));

    private void Add(string code, string? subCode, string canonical)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        if (_closed is not null)
        {
            throw new InvalidOperationException($"The table Codes of the dialect '{_dialect}' is in use and takes no further row. Write the rows into the statement that makes the dialect.");
        }

        string key = subCode is null ? $"[\"{code}\"]" : $"[\"{code}\", \"{subCode}\"]";
        LinkErrorStatusTable.RequireCode($"Codes{key}", _dialect, canonical, _catalog);
        if (!_rows.TryAdd((code, subCode), canonical))
        {
            throw new ArgumentException($"Codes{key} of the dialect '{_dialect}' stands in two rows: a code has one meaning. Remove a row.", nameof(code));
        }
    }
}
