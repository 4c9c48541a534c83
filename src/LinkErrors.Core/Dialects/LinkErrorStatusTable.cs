using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// What the statuses of a provider mean where it says no code that is known, as canonical codes. A status without a row means what
/// it means for problem details. It is filled in the statement that makes its dialect.
/// </summary>
/// <example><code>StatusCodes = { [400] = LinkErrorCodes.InvalidRequest }</code></example>
public sealed class LinkErrorStatusTable
{
    private readonly string _dialect;
    private readonly LinkErrorCatalog _catalog;
    private readonly Dictionary<int, string> _rows = [];
    private bool _isClosed;

    internal LinkErrorStatusTable(string dialect, LinkErrorCatalog catalog)
    {
        _dialect = dialect;
        _catalog = catalog;
    }

    /// <summary>The rows, in the order in which they were written.</summary>
    public IReadOnlyList<(int Status, string Canonical)> Rows => [.. _rows.Select(row => (row.Key, row.Value))];

    /// <summary>Says what a status means.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <exception cref="ArgumentException">The value is not a code of the catalog.</exception>
    /// <exception cref="InvalidOperationException">The dialect has read already.</exception>
    public string this[int status]
    {
        set
        {
            if (_isClosed)
            {
                throw new InvalidOperationException($"The table StatusCodes of the dialect '{_dialect}' is in use and takes no further row. Write the rows into the statement that makes the dialect.");
            }

            RequireCode($"StatusCodes[{status}]", _dialect, value, _catalog);
            _rows[status] = value;
        }
    }

    /// <summary>A typing error in a table would show only when a peer errs: it is found when the table is built.</summary>
    internal static void RequireCode(string key, string dialect, string canonical, LinkErrorCatalog catalog)
    {
        if (canonical is null || !catalog.TryFind(canonical, out _))
        {
            throw new ArgumentException(
                $"{key} of the dialect '{dialect}' is '{canonical}', which is no code of the catalog.{Suggestion.Ask(canonical, catalog.Select(definition => definition.Code))} Name a constant of LinkErrorCodes, "
                + $"or give the dialect the catalog that has your own definition: new JsonLinkErrorDialect(\"{dialect}\", catalog).",
                nameof(canonical));
        }
    }

    internal string? Find(int status)
    {
        _isClosed = true;
        return _rows.GetValueOrDefault(status);
    }
}
