using System.Collections.Frozen;

namespace LinkErrors.Dialects;

/// <summary>
/// The codes that a system spells in its own way. A code without a row is the same on both sides.
/// </summary>
/// <example><code>new WireCodeTable(("token_expired", LinkErrorCodes.LinkTokenExpired))</code></example>
public sealed class WireCodeTable
{
    private readonly FrozenDictionary<string, string> _toWire;
    private readonly FrozenDictionary<string, string> _toCanonical;

    /// <summary>Creates a table.</summary>
    /// <param name="rows">The code on the wire and the canonical code, a pair for each code.</param>
    /// <exception cref="ArgumentException">A code stands twice on one side.</exception>
    public WireCodeTable(params (string Wire, string Canonical)[] rows)
    {
        _toWire = rows.ToFrozenDictionary(row => row.Canonical, row => row.Wire, StringComparer.Ordinal);
        _toCanonical = rows.ToFrozenDictionary(row => row.Wire, row => row.Canonical, StringComparer.Ordinal);
    }

    /// <summary>The code on the wire.</summary>
    /// <param name="canonical">The canonical code.</param>
    /// <returns>The code of its row; the same code when it has none.</returns>
    public string ToWire(string canonical) => _toWire.GetValueOrDefault(canonical, canonical);

    /// <summary>The canonical code.</summary>
    /// <param name="wire">The code on the wire.</param>
    /// <returns>The code of its row; the same code when it has none.</returns>
    public string ToCanonical(string wire) => _toCanonical.GetValueOrDefault(wire, wire);
}
