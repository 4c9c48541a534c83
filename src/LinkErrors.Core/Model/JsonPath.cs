using System.Globalization;
using System.Text.Json;

namespace LinkErrors.Model;

/// <summary>Names a value inside JSON: members and indexes of arrays, joined by points, as in <c>errors.0.code</c>.</summary>
internal static class JsonPath
{
    /// <summary>The value; null when there is none, or when it is JSON's null.</summary>
    public static JsonElement? Find(JsonElement? root, ReadOnlySpan<char> path)
    {
        JsonElement? value = root;
        foreach (Range segment in path.Split('.'))
        {
            value = Step(value, path[segment]);
        }

        return value is { ValueKind: JsonValueKind.Null } ? null : value;
    }

    /// <summary>The text of the value at a path; null as for <see cref="ToText"/>.</summary>
    public static string? FindText(JsonElement? root, ReadOnlySpan<char> path) => ToText(Find(root, path));

    /// <summary>The text of a value: a string that is not empty, or a number as it is written; null for anything else.</summary>
    public static string? ToText(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } characters => characters,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A member of an object or an item of an array.</summary>
    public static JsonElement? Step(JsonElement? value, ReadOnlySpan<char> segment) => value switch
    {
        { ValueKind: JsonValueKind.Object } members when members.TryGetProperty(segment, out JsonElement member) => member,
        { ValueKind: JsonValueKind.Array } items when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.GetArrayLength() => items[index],
        _ => null,
    };
}
