namespace LinkErrors;

/// <summary>What a peer literally said: kept beside the canonical <see cref="LinkError"/> that was read from it.</summary>
/// <param name="Dialect">The name of the dialect that read it, for example <c>junction</c>.</param>
/// <param name="WireCode">The peer's own code, letter for letter; null when it sent none.</param>
/// <param name="WireText">The peer's own text, letter for letter; null when it sent none.</param>
public sealed record LinkErrorOrigin(string Dialect, string? WireCode, string? WireText)
{
    /// <summary>The peer's own help page (<c>error_uri</c>), letter for letter; null when it sent none, or none that is kept.</summary>
    /// <value>The default is null.</value>
    public string? WireUri { get; init; }
}
