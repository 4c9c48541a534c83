using System.Text.Json;
using System.Text.Json.Nodes;

namespace LinkErrors.Handling;

/// <summary>
/// The names of fields that a validation complains of. A path may end in what the client sent, such as the key of a dictionary
/// in <c>$.levels['secret']</c>, <c>levels[secret]</c> or <c>levels.secret</c>, so only its first step counts.
/// </summary>
internal static class FieldNames
{
    private const string PathPrefix = "$.";
    private const int MaximumCount = 20;
    private const int MaximumLength = 100;

    /// <summary>The names, each once, in their order; none for the body as a whole.</summary>
    /// <param name="keys">The keys of the validation.</param>
    /// <param name="known">The only names that may be shown; null where every first step is the application's.</param>
    public static string[] Read(IEnumerable<string> keys, IReadOnlyCollection<string>? known = null) =>
    [
        .. keys.Select(Clean)
            .Where(name => name.Length > 0 && (known?.Contains(name, StringComparer.OrdinalIgnoreCase) ?? true))
            .Distinct(StringComparer.Ordinal)
            .Take(MaximumCount),
    ];

    public static JsonElement ToData(string[] fields) =>
        JsonElement.Parse(new JsonObject { ["fields"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field))]) }.ToJsonString());

    private static string Clean(string key)
    {
        ReadOnlySpan<char> name = key.StartsWith(PathPrefix, StringComparison.Ordinal) ? key.AsSpan(PathPrefix.Length) : key;
        int end = 0;
        while (end < name.Length && end < MaximumLength && (char.IsAsciiLetterOrDigit(name[end]) || name[end] is '_' or '-'))
        {
            end++;
        }

        return name[..end].ToString();
    }
}
