using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LinkErrors.Model;

/// <summary>
/// JSON can carry text that is no text: half a surrogate pair, or bytes that are no UTF-8. It parses, and then every
/// look at it throws. A peer must not break its reader so, nor data the error response that carries it.
/// </summary>
internal static class JsonText
{
    private const int EscapeLength = 6;
    private const int FewMembers = 8;

    private static readonly JsonDocumentOptions AsLenientAsAnyParser = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = int.MaxValue,
    };

    /// <summary>The same JSON with U+FFFD in place of what is no text; null for an undefined element and for JSON's null.</summary>
    public static JsonElement? ToReadable(JsonElement? element)
    {
        if (element is not { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value)
        {
            return null;
        }

        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(value);
        return Utf8.IsValid(raw) && raw.IndexOf("\\u"u8) < 0
            ? value
            : JsonElement.Parse(ReplaceLoneSurrogates(Encoding.UTF8.GetString(raw)), AsLenientAsAnyParser);
    }

    /// <summary>
    /// Whether two members of an object may have one name. Of few members, as errors have them, the raw names are compared, which allocates
    /// nothing; where one is escaped, or there are many, it may be so.
    /// </summary>
    public static bool MayRepeatAName(JsonElement members)
    {
        if (members.GetPropertyCount() > FewMembers)
        {
            return true;
        }

        int position = 0;
        foreach (JsonProperty member in members.EnumerateObject())
        {
            ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (name.Contains((byte)'\\'))
            {
                return true;
            }

            int before = 0;
            foreach (JsonProperty other in members.EnumerateObject())
            {
                if (before++ == position)
                {
                    break;
                }

                if (JsonMarshal.GetRawUtf8PropertyName(other).SequenceEqual(name))
                {
                    return true;
                }
            }

            position++;
        }

        return false;
    }

    private static string ReplaceLoneSurrogates(string json)
    {
        StringBuilder text = new(json.Length);
        int position = 0;
        while (position < json.Length)
        {
            char unit = GetEscaped(json, position);

            // Only behind an escape is it certain that another begins: elsewhere \\u may be an escaped backslash and a letter.
            bool isPair = char.IsHighSurrogate(unit) && char.IsLowSurrogate(GetEscaped(json, position + EscapeLength));
            int length = isPair ? 2 * EscapeLength
                : char.IsSurrogate(unit) ? EscapeLength
                : json[position] == '\\' ? 2
                : 1;
            text.Append(char.IsSurrogate(unit) && !isPair ? "\\uFFFD" : json.AsSpan(position, length));
            position += length;
        }

        return text.ToString();
    }

    private static char GetEscaped(string json, int position) =>
        position + EscapeLength <= json.Length && json[position] == '\\' && json[position + 1] == 'u'
            ? (char)ushort.Parse(json.AsSpan(position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : '\0';
}
