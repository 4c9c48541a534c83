using System.Text.Json;
using System.Text.Json.Nodes;
using LinkErrors;

namespace ErrorLab;

/// <summary>What the peer literally said. The lab shows it because looking is what it is for; a service does not.</summary>
internal sealed record ReadOrigin(
    string Dialect,
    string? WireCode,
    string? WireText,
    string? Issuer,
    JsonObject Parameters,
    IReadOnlyList<ReadOrigin.ReadChallenge> Challenges,
    JsonElement? Body)
{
    public ReadOrigin(LinkErrorOrigin origin)
        : this(
            origin.Dialect,
            origin.WireCode,
            origin.WireText,
            origin.Issuer,
            ToObject(origin.Parameters),
            [.. origin.Challenges.Select(challenge => new ReadChallenge(challenge.Scheme, challenge.Token68, challenge.Parameters))],
            origin.Body)
    {
    }

    /// <summary>A member for each name; an array where a name is there more than once.</summary>
    private static JsonObject ToObject(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        JsonObject members = [];
        foreach (IGrouping<string, string> named in parameters.GroupBy(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal))
        {
            JsonNode?[] values = [.. named.Select(value => JsonValue.Create(value))];
            members[named.Key] = values.Length == 1 ? values[0] : new JsonArray(values);
        }

        return members;
    }

    internal sealed record ReadChallenge(string Scheme, string? Token68, IReadOnlyDictionary<string, string> Parameters);
}
