using System.Text.Json;
using System.Text.Json.Nodes;

namespace LinkErrors.Handling;

/// <summary>
/// The names of fields that a validation complains of. A JSON path may end in what the client sent, such as the key of a
/// dictionary in <c>$.levels['secret']</c>, so only its first step counts, and any name ends where it stops to be one.
/// </summary>
internal static class FieldNames
{
    private const string PathPrefix = "$.";
    private const int MaximumCount = 20;
    private const int MaximumLength = 100;

    /// <summary>The names, each once, in their order; none for the body as a whole.</summary>
    public static string[] Read(IEnumerable<string> keys) =>
        [.. keys.Select(Clean).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(MaximumCount)];

    public static JsonElement ToData(string[] fields) =>
        JsonElement.Parse(new JsonObject { ["fields"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field))]) }.ToJsonString());

    private static string Clean(string key)
    {
        bool isPath = key.StartsWith(PathPrefix, StringComparison.Ordinal);
        ReadOnlySpan<char> name = isPath ? key.AsSpan(PathPrefix.Length) : key;
        int end = 0;
        while (end < name.Length && end < MaximumLength && IsOfName(name[end], isPath))
        {
            end++;
        }

        return name[..end].TrimEnd("[.").ToString();
    }

    private static bool IsOfName(char character, bool isPath) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '-' || (!isPath && character is ('.' or '[' or ']'));
}
