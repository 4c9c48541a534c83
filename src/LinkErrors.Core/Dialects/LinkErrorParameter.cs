namespace LinkErrors.Dialects;

/// <summary>One decoded parameter of a redirect.</summary>
public readonly record struct LinkErrorParameter
{
    /// <summary>Creates a parameter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, before percent-encoding.</param>
    /// <param name="isText">Whether the value is prose, which may be shortened when the URL grows too long.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="value"/> is null.</exception>
    public LinkErrorParameter(string name, string value, bool isText = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        Name = name;
        Value = value;
        IsText = isText;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value, before percent-encoding.</summary>
    public string Value { get; }

    /// <summary>Whether the value is prose, which may be shortened when the URL grows too long.</summary>
    public bool IsText { get; }
}
