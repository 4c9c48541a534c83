using System.Collections.Frozen;
using System.Text.Json;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// Looks for a member by many names at once, nearest to the root first. <c>error_code</c>, <c>errorCode</c> and <c>error-code</c> are
/// one name; <c>ErrorCode</c> is another: the standards' names are lower case, and whoever reads them tells the two apart.
/// </summary>
/// <param name="names">The names, the more telling first; in lower case, letters and digits only.</param>
internal sealed class NearestMember(params string[] names)
{
    /// <summary>A list of errors within an object within an envelope; further down stands what was asked, not what was wrong.</summary>
    private const int Depth = 4;

    private readonly FrozenDictionary<string, int> _ranks = names.Select((name, rank) => KeyValuePair.Create(name, rank)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The nearest text or number, or the first text of a nearest array.</summary>
    /// <param name="response">The response.</param>
    /// <param name="isMeant">Whether a value counts.</param>
    /// <returns>The text; null when there is none.</returns>
    public string? FindText(LinkErrorResponse response, Func<string, bool> isMeant)
    {
        List<JsonElement> level = response.Body is { } body ? [body] : [];
        for (int depth = 0; depth < Depth && level.Count > 0; depth++)
        {
            if (FindText(level, isMeant) is { } found)
            {
                // A name that the root has twice says nothing: the response notices that it was asked for.
                return depth > 0 || response.GetMember(found.Name) is not null ? found.Text : null;
            }

            level = [.. level.SelectMany(GetContainers)];
        }

        return null;
    }

    private (string Name, string Text)? FindText(List<JsonElement> level, Func<string, bool> isMeant)
    {
        (string Name, string Text)? found = null;
        int best = int.MaxValue;
        foreach (JsonProperty member in level.Where(element => element.ValueKind == JsonValueKind.Object).SelectMany(element => element.EnumerateObject()))
        {
            if (_ranks.TryGetValue(ToLetters(member.Name), out int rank) && rank < best && ToText(member.Value) is { } text && isMeant(text))
            {
                (found, best) = ((member.Name, text), rank);
            }
        }

        return found;
    }

    private static string? ToText(JsonElement value) =>
        JsonPath.ToText(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String ? value[0] : value);

    private static IEnumerable<JsonElement> GetContainers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => member.Value).Where(IsContainer),
        JsonValueKind.Array => element.EnumerateArray().Where(IsContainer),
        _ => [],
    };

    private static bool IsContainer(JsonElement element) => element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    private static string ToLetters(string name) => char.IsAsciiLetterUpper(name.FirstOrDefault()) ? name
        : string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
