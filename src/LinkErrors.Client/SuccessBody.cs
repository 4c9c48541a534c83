using System.Buffers;
using System.Net.Http.Headers;
using System.Net.Mime;

namespace LinkErrors.Client;

/// <summary>
/// Whether the body of a success may be an error, for dialects that answer errors with a success. One that cannot be is not waited
/// for: a stream of events would never come to its limit.
/// </summary>
internal static class SuccessBody
{
    private static readonly SearchValues<string> Streams = SearchValues.Create(
        [
            "application/grpc", "application/json-seq", "application/jsonl", "application/ndjson", "application/octet-stream", "application/pdf",
            "application/stream+json", "application/x-json-stream", "application/x-jsonlines", "application/x-ndjson", "application/zip",
            "text/event-stream",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] StreamPrefixes = ["application/grpc+", "audio/", "font/", "image/", "multipart/", "video/"];

    /// <summary>Whether its media type says that it is a stream or a file. What is no success is read whatever it calls itself.</summary>
    public static bool IsStream(HttpResponseMessage response) =>
        response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType is { } type
        && (Streams.Contains(type) || StreamPrefixes.Any(prefix => type.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether its first bytes can begin an error: an object, an array, or a form that says so. Spaces alone leave it open.</summary>
    public static bool CanBeError(HttpResponseMessage response, ReadOnlySpan<byte> beginning) =>
        !response.IsSuccessStatusCode
        || beginning.TrimStart(" \t\r\n"u8) is [] or [(byte)'{' or (byte)'[' or ByteOrderMark.Utf8 or ByteOrderMark.Utf16Little or ByteOrderMark.Utf16Big or ByteOrderMark.None, ..]
        || IsForm(response.Content.Headers.ContentType);

    private static bool IsForm(MediaTypeHeaderValue? type) =>
        string.Equals(type?.MediaType, MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first byte of a text that is marked, or of a big-endian one that is not.</summary>
    private static class ByteOrderMark
    {
        public const byte Utf8 = 0xEF;
        public const byte Utf16Little = 0xFF;
        public const byte Utf16Big = 0xFE;
        public const byte None = 0;
    }
}
