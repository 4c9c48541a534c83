namespace LinkErrors.Pages;

/// <summary>A page, and what a browser has to know of it.</summary>
/// <param name="Html">The document, in UTF-8.</param>
/// <param name="Policy">Its Content-Security-Policy.</param>
/// <param name="MayBeFramed">Whether the policy names somebody who may frame it; otherwise older browsers are told too.</param>
internal sealed record PageDocument(ReadOnlyMemory<byte> Html, string Policy, bool MayBeFramed = false) : IDisposable
{
    /// <summary>Where the document stands, until it is disposed; null for one that is kept.</summary>
    public HtmlWriter? Writer { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Writer?.Return();
}
