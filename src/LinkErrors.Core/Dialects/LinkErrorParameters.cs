using System.Collections;

namespace LinkErrors.Dialects;

/// <summary>The decoded parameters of a redirect, in the order in which they are sent.</summary>
public sealed class LinkErrorParameters : IReadOnlyList<LinkErrorParameter>, IPeerMessage
{
    private readonly List<LinkErrorParameter> _items = new(3);
    private string? _ambiguity;

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <summary>RFC 6749 §4.1.2: a code and the client's state, and no error. Whatever else is there does not make it one.</summary>
    internal bool IsSuccess => Find("code") is not null && Find("state") is not null && Find("error") is null;

    string IPeerMessage.Part => "parameter";

    string? IPeerMessage.Ambiguity => _ambiguity;

    /// <inheritdoc/>
    public LinkErrorParameter this[int index] => _items[index];

    /// <summary>
    /// Reads parameters that are encoded as <c>application/x-www-form-urlencoded</c>: a query, a fragment or a form body.
    /// </summary>
    /// <param name="encoded">The text, with or without a leading <c>?</c> or <c>#</c>.</param>
    /// <returns>The parameters; those without a name are left out. A malformed escape stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="encoded"/> is null.</exception>
    public static LinkErrorParameters Parse(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        LinkErrorParameters parameters = [];
        ReadOnlySpan<char> text = encoded is ['?' or '#', ..] ? encoded.AsSpan(1) : encoded;
        foreach (Range range in text.Split('&'))
        {
            ReadOnlySpan<char> pair = text[range];
            int equals = pair.IndexOf('=');
            string name = Decode(equals < 0 ? pair : pair[..equals]);
            if (name.Length > 0)
            {
                parameters._items.Add(new LinkErrorParameter(name, equals < 0 ? "" : Decode(pair[(equals + 1)..])));
            }
        }

        return parameters;
    }

    /// <summary>Adds a parameter that is sent whole; null and empty values are left out.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, not encoded yet.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public void Add(string name, string? value) => Add(name, value, isText: false);

    /// <summary>Adds prose, which may be shortened when the URL grows too long; null and empty values are left out.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, not encoded yet.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public void AddText(string name, string? value) => Add(name, value, isText: true);

    /// <summary>The value of a parameter.</summary>
    /// <param name="name">The name, compared letter for letter.</param>
    /// <returns>The first value that is not empty; null when there is none.</returns>
    public string? Find(string name)
    {
        string? first = null;
        foreach (LinkErrorParameter item in _items)
        {
            if (item.Value.Length > 0 && item.Name == name)
            {
                if (first is not null)
                {
                    _ambiguity = name;
                    break;
                }

                first = item.Value;
            }
        }

        return first;
    }

    /// <summary>Whether a parameter is there, with or without a value.</summary>
    /// <param name="name">The name, compared letter for letter.</param>
    /// <returns>Whether it is there.</returns>
    public bool Contains(ReadOnlySpan<char> name)
    {
        foreach (LinkErrorParameter item in _items)
        {
            if (name.SequenceEqual(item.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<LinkErrorParameter> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void IPeerMessage.ForgetAmbiguity() => _ambiguity = null;

    LinkErrorMatch IPeerMessage.Recognize(LinkErrorDialectReader dialect, LinkErrorCatalog catalog) => dialect.Recognize(this, catalog);

    LinkError? IPeerMessage.Read(LinkErrorDialectReader dialect, LinkErrorCatalog catalog) => dialect.ReadParameters(this, catalog);

    LinkErrorOrigin IPeerMessage.Complete(LinkErrorOrigin origin) => origin with
    {
        Issuer = _items.Find(static item => item is { Name: "iss", Value.Length: > 0 }).Value,
        Parameters = [.. _items.Select(static item => KeyValuePair.Create(item.Name, item.Value))],
    };

    private static string Decode(ReadOnlySpan<char> encoded) =>
        encoded.Contains('+') ? Uri.UnescapeDataString(encoded.ToString().Replace('+', ' ')) : Uri.UnescapeDataString(encoded);

    private void Add(string name, string? value, bool isText)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!string.IsNullOrEmpty(value))
        {
            _items.Add(new LinkErrorParameter(name, value, isText));
        }
    }
}
