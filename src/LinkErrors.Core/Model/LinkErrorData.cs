using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace LinkErrors.Model;

/// <summary>Builds and reads the small JSON objects that the typed exceptions keep in <see cref="LinkError.Data"/>.</summary>
internal static class LinkErrorData
{
    /// <summary>What a reader may be told to accept, and a level for what is built around it.</summary>
    private const int MaximumDepth = 1001;

    public static JsonElement? Create(string name, string? value) => Set(data: null, name, value);

    /// <summary>The data with the member, or without it when the value is null or empty; null when nothing is left.</summary>
    public static JsonElement? Set(JsonElement? data, string name, string? value) =>
        Set(data, name, string.IsNullOrEmpty(value) ? null : writer => writer.WriteString(name, value));

    public static JsonElement? Set(JsonElement? data, string name, TimeSpan? value) =>
        Set(data, name, value is null ? null : writer => writer.WriteNumber(name, (long)value.Value.TotalSeconds));

    public static JsonElement? Set(JsonElement? data, string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Set(data, name, values.Count == 0 ? null : writer =>
        {
            writer.WriteStartArray(name);
            foreach (string item in values)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        });
    }

    public static JsonElement? CreateStepUp(string? acrValues, TimeSpan? maxAge) =>
        acrValues is null && maxAge is null ? null : CreateChallenge(acrValues, maxAge, nonce: null, resourceMetadata: null);

    public static JsonElement CreateChallenge(string? acrValues, TimeSpan? maxAge, string? nonce, string? resourceMetadata) => Build(writer =>
    {
        WriteIfAny(writer, "acr_values", acrValues);
        if (maxAge is { } age)
        {
            writer.WriteNumber("max_age", (long)age.TotalSeconds);
        }

        WriteIfAny(writer, "dpop_nonce", nonce);
        WriteIfAny(writer, "resource_metadata", resourceMetadata);
    });

    public static string? GetString(JsonElement? data, string name) => GetStrings(data, name) is [var first, ..] ? first : null;

    /// <summary>Null also for what is no time that .NET can hold.</summary>
    public static TimeSpan? GetSeconds(JsonElement? data, string name) =>
        long.TryParse(GetString(data, name), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= (long)TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    public static IReadOnlyList<string> GetStrings(JsonElement? data, string name)
    {
        if (data is not { ValueKind: JsonValueKind.Object } fields || !fields.TryGetProperty(name, out JsonElement value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [value.GetRawText()],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
            _ => [],
        };
    }

    public static JsonElement Build(Action<Utf8JsonWriter> writeMembers)
    {
        ArrayBufferWriter<byte> buffer = new(128);
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = MaximumDepth });
    }

    private static JsonElement? Set(JsonElement? data, string name, Action<Utf8JsonWriter>? writeMember)
    {
        JsonProperty[] others = data is { ValueKind: JsonValueKind.Object } members ? [.. members.EnumerateObject().Where(member => !member.NameEquals(name))] : [];
        return others.Length == 0 && writeMember is null ? null : Build(writer =>
        {
            foreach (JsonProperty other in others)
            {
                other.WriteTo(writer);
            }

            writeMember?.Invoke(writer);
        });
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
