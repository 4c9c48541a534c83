namespace LinkErrors;

/// <summary>Makes results that answer with a link error.</summary>
public static class LinkResults
{
    /// <summary>Answers with an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>A result for a minimal API or a controller.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public static LinkErrorResult Error(LinkError error) => new(error);

    /// <summary>Answers with the error of a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="message">The public message; null for the definition's.</param>
    /// <returns>A result for a minimal API or a controller.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static LinkErrorResult Error(LinkErrorDefinition definition, string? message = null) =>
        new(new LinkError(definition) { Message = message });
}
