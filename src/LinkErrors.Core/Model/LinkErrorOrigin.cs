namespace LinkErrors;

/// <summary>What a peer literally said: kept beside the canonical <see cref="LinkError"/> that was read from it.</summary>
public sealed record LinkErrorOrigin
{
    /// <summary>Creates an origin.</summary>
    /// <param name="dialect">The name of the dialect that read it, for example <c>junction</c>.</param>
    /// <param name="wireCode">The peer's own code, letter for letter; null when it sent none.</param>
    /// <param name="wireText">The peer's own text, letter for letter; null when it sent none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public LinkErrorOrigin(string dialect, string? wireCode, string? wireText)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        Dialect = dialect;
        WireCode = wireCode;
        WireText = wireText;
    }

    /// <summary>The name of the dialect that read it, for example <c>junction</c>.</summary>
    public string Dialect { get; init; }

    /// <summary>The peer's own code, letter for letter; null when it sent none.</summary>
    public string? WireCode { get; init; }

    /// <summary>The peer's own text, letter for letter; null when it sent none.</summary>
    public string? WireText { get; init; }

    /// <summary>The peer's own help page (<c>error_uri</c>), letter for letter; null when it sent none, or none that is kept.</summary>
    /// <value>The default is null.</value>
    public string? WireUri { get; init; }
}
