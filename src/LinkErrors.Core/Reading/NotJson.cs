using LinkErrors.Dialects;

namespace LinkErrors.Reading;

/// <summary>Says what a body is that is not JSON, without a word of the peer's.</summary>
internal static class NotJson
{
    private static readonly string[] Encodings = ["gzip", "x-gzip", "br", "zstd", "deflate", "compress"];

    public static LinkErrorReading Explain(LinkErrorResponse head, string text) =>
        LinkErrorReading.None(LinkErrorUnreadable.NotJson, FindEncoding(head) is { } encoding
            ? $"The body is encoded as {encoding}, and nobody decoded it: set AutomaticDecompression on the handler, or decode it before it is read."
            : text.AsSpan().TrimStart().StartsWith("<") ? "The body is HTML or XML, not JSON."
            : "The body is not JSON, or it is nested too deeply.");

    /// <summary>RFC 9110 §8.4. Who decodes a body takes the header away.</summary>
    private static string? FindEncoding(LinkErrorResponse head) =>
        head.GetHeader("Content-Encoding")
            .SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries))
            .Select(name => Encodings.FirstOrDefault(encoding => encoding.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(encoding => encoding is not null);
}
