using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace LinkErrors.Dialects;

/// <summary>
/// The codes that a system spells in its own way. A code without a row is the same on both sides. Several codes of the wire
/// may mean one canonical code: all are read, and the first is written.
/// </summary>
/// <example><code>new WireCodeTable(("token_expired", LinkErrorCodes.LinkTokenExpired))</code></example>
public sealed class WireCodeTable
{
    private readonly FrozenDictionary<string, string> _toWire;
    private readonly FrozenDictionary<string, string> _toCanonical;

    /// <summary>Creates a table.</summary>
    /// <param name="rows">The code on the wire and the canonical code, a pair for each code of the wire.</param>
    /// <exception cref="ArgumentException">A code of the wire has two meanings.</exception>
    public WireCodeTable(params (string Wire, string Canonical)[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Dictionary<string, string> toWire = new(StringComparer.Ordinal);
        Dictionary<string, string> toCanonical = new(StringComparer.Ordinal);
        foreach ((string wire, string canonical) in rows)
        {
            if (!toCanonical.TryAdd(wire, canonical))
            {
                throw new ArgumentException(
                    $"The code '{wire}' stands in two rows, for '{toCanonical[wire]}' and for '{canonical}': a code of the wire has one meaning. Remove a row.",
                    nameof(rows));
            }

            toWire.TryAdd(canonical, wire);
        }

        _toWire = toWire.ToFrozenDictionary(StringComparer.Ordinal);
        _toCanonical = toCanonical.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The code on the wire.</summary>
    /// <param name="canonical">The canonical code.</param>
    /// <returns>The code of its first row; the same code when it has none.</returns>
    public string ToWire(string canonical) => _toWire.GetValueOrDefault(canonical, canonical);

    /// <summary>The canonical code.</summary>
    /// <param name="wire">The code on the wire.</param>
    /// <returns>The code of its row; the same code when it has none.</returns>
    public string ToCanonical(string wire) => _toCanonical.GetValueOrDefault(wire, wire);

    /// <summary>The code on the wire, where the table has a row for it.</summary>
    /// <param name="canonical">The canonical code.</param>
    /// <param name="wire">The code of its first row, when the method returns true.</param>
    /// <returns>Whether there is a row.</returns>
    public bool TryToWire(string canonical, [NotNullWhen(true)] out string? wire) => _toWire.TryGetValue(canonical, out wire);

    /// <summary>The canonical code, where the table has a row for it.</summary>
    /// <param name="wire">The code on the wire.</param>
    /// <param name="canonical">The code of its row, when the method returns true.</param>
    /// <returns>Whether there is a row.</returns>
    public bool TryToCanonical(string wire, [NotNullWhen(true)] out string? canonical) => _toCanonical.TryGetValue(wire, out canonical);
}
