using System.Collections;
using System.Globalization;

namespace LinkErrors.Dialects;

/// <summary>The response headers that a dialect adds to an error response.</summary>
public sealed class LinkErrorHeaders : IReadOnlyCollection<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _items = [];

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <summary>Adds a header. Characters that no server would send in a header are replaced by <c>?</c>.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void Add(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _items.Add(KeyValuePair.Create(name, WireText.ReplaceOutside(value, WireText.PrintableAscii)));
    }

    /// <summary>Adds <c>Retry-After</c> in whole seconds, rounded up, at least 1 (RFC 9110 §10.2.3).</summary>
    /// <param name="delay">How long to wait.</param>
    public void AddRetryAfter(TimeSpan delay) =>
        Add("Retry-After", Math.Max(1, (long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
