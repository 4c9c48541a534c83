using System.Text.Json;
using System.Text.Json.Nodes;

namespace LinkErrors.Handling;

/// <summary>
/// The names of fields that a validation complains of. A key may hold what the client sent, such as the key of a dictionary
/// in <c>$.map['secret']</c>, so a name ends where it stops to be one.
/// </summary>
internal static class FieldNames
{
    private const int MaximumCount = 20;
    private const int MaximumLength = 100;

    /// <summary>The names, each once, in their order; none for the body as a whole.</summary>
    public static string[] Read(IEnumerable<string> keys) =>
        [.. keys.Select(Clean).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(MaximumCount)];

    public static JsonElement ToData(string[] fields) =>
        JsonElement.Parse(new JsonObject { ["fields"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field))]) }.ToJsonString());

    private static string Clean(string key)
    {
        ReadOnlySpan<char> name = key.AsSpan().TrimStart("$.");
        int end = 0;
        while (end < name.Length && end < MaximumLength && (char.IsAsciiLetterOrDigit(name[end]) || name[end] is '_' or '-' or '.' or '[' or ']'))
        {
            end++;
        }

        return name[..end].TrimEnd("[.").ToString();
    }
}
