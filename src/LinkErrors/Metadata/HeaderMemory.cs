using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Metadata;

/// <summary>
/// What the values of a header mean. Clients send few different ones, and to parse one costs more than the rest of an answer. Attackers
/// fill it and no more.
/// </summary>
/// <param name="parse">Finds what a header means that is not known yet.</param>
internal sealed class HeaderMemory<TMeaning>(Func<StringValues, TMeaning> parse)
{
    private const int MaximumKnown = 64;
    private const int MaximumKnownLength = 256;

    private readonly ConcurrentDictionary<string, TMeaning> _known = new(StringComparer.Ordinal);

    /// <summary>To count takes every lock of the dictionary, which nobody must be able to ask for once it is full.</summary>
    private volatile bool _isFull;

    public TMeaning Find(StringValues header) => header switch
    {
        [{ Length: <= MaximumKnownLength } only] when _known.TryGetValue(only, out TMeaning? known) => known,
        [{ Length: <= MaximumKnownLength } only] when !_isFull => Remember(only),
        _ => parse(header),
    };

    private TMeaning Remember(string header)
    {
        TMeaning meaning = parse(header);
        _known[header] = meaning;
        _isFull = _known.Count >= MaximumKnown;
        return meaning;
    }
}
