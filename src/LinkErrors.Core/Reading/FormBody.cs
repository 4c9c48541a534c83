using System.Buffers;
using System.Net.Mime;
using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Reading;

/// <summary>
/// A response whose body is form-encoded, as some token endpoints answer, is read as if its parameters were members of a JSON
/// object: with its status, its headers and the same dialects.
/// </summary>
internal static class FormBody
{
    /// <summary>The object; null for another type of body. A parameter without a value counts as absent (RFC 6749 §3.1).</summary>
    public static JsonElement? Parse(LinkErrorResponse head, string? text)
    {
        if (text is null || head.FindHeader("Content-Type")?.StartsWith(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            foreach (LinkErrorParameter parameter in LinkErrorParameters.Parse(text.Trim()).Where(parameter => parameter.Value.Length > 0))
            {
                writer.WriteString(parameter.Name, parameter.Value);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
