using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LinkErrors.Reading;

/// <summary>
/// The text of a body. What the header says of its encoding is a hint: a byte order mark knows better, and JSON that is
/// none in the encoding of the header may be some in UTF-8 (RFC 8259 §8.1).
/// </summary>
/// <param name="Text">The text; null when it was not read whole.</param>
/// <param name="Otherwise">The text in UTF-8, where the header says something else.</param>
/// <param name="IsCutOff">Whether the connection ended before the body did.</param>
internal sealed record BodyText(string? Text, string? Otherwise = null, bool IsCutOff = false)
{
    private static readonly Encoding[] Marked =
        [Encoding.UTF8, new UTF32Encoding(bigEndian: false, byteOrderMark: true), new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>The JSON, where the bytes themselves were parsed, as most are: then nobody asks for their text. Null within where they are none.</summary>
    private (JsonElement? Json, bool IsParsed) OfBytes { get; init; }

    public static BodyText TooLarge { get; } = new(Text: null);

    public static BodyText CutOff { get; } = new(Text: null, IsCutOff: true);

    public static BodyText Decode(ReadOnlySpan<byte> bytes, string? contentType, int maxDepth)
    {
        foreach (Encoding encoding in Marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return new BodyText(encoding.GetString(bytes[encoding.Preamble.Length..]));
            }
        }

        Encoding? other = Guess(bytes) ?? Find(GetCharset(contentType));
        if (other is not null)
        {
            return new BodyText(other.GetString(bytes), Encoding.UTF8.GetString(bytes));
        }

        if (bytes.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..] || !Utf8.IsValid(bytes))
        {
            return new BodyText(Encoding.UTF8.GetString(bytes));
        }

        JsonElement? json = Parse(bytes, maxDepth);
        return new BodyText(json is null ? Encoding.UTF8.GetString(bytes) : "") { OfBytes = (json, IsParsed: true) };
    }

    /// <summary>The JSON; null when the text is none. Never throws.</summary>
    public JsonElement? ParseJson(int maxDepth) => OfBytes.IsParsed ? OfBytes.Json : Parse(Text, maxDepth) ?? Parse(Otherwise, maxDepth);

    private static JsonElement? Parse(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        try
        {
            return JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = maxDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Parse(string? text, int maxDepth)
    {
        // What begins otherwise is neither an object nor an array, and no error is anything else.
        text = text?.TrimStart('\uFEFF');
        if (text is null || text.AsSpan().TrimStart(" \t\r\n") is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // An ArgumentException: the text is no text, because half a surrogate pair stands in it.
            return null;
        }
    }

    /// <summary>The charset parameter of a media type, without its quotes.</summary>
    private static string? GetCharset(string? contentType)
    {
        if (contentType?.Contains(';', StringComparison.Ordinal) != true)
        {
            return null;
        }

        foreach (string part in contentType.Split(';').Skip(1))
        {
            string[] pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length == 2 && pair[0].Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                return pair[1].Trim('"', '\'');
            }
        }

        return null;
    }

    /// <summary>
    /// Null for UTF-8 and for what is unknown, which is then read as UTF-8. UTF-16 and UTF-32 show themselves, see <see cref="Guess"/>.
    /// </summary>
    private static Encoding? Find(string? charset) =>
        charset?.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "WINDOWS-1252" ? Encoding.Latin1 : null;

    /// <summary>JSON begins with two ASCII characters, so zeros among the first bytes tell its encoding (RFC 4627 §3).</summary>
    private static Encoding? Guess(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, 0, 0, ..] => Encoding.UTF32,
        _ => null,
    };
}
