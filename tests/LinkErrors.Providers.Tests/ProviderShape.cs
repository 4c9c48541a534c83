using System.Text.Json;
using System.Text.Json.Serialization;

namespace LinkErrors.Providers.Tests;

/// <summary>What a provider was seen to answer: the shape is a fact, the words are ours.</summary>
public sealed record ProviderShape
{
    public required string What { get; init; }

    /// <summary>Where it is to be seen: addresses, or a repository and a path.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The address of a callback; null for a response.</summary>
    public string? Url { get; init; }

    public int Status { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>JSON, or a string for a body that is none.</summary>
    public JsonElement? Body { get; init; }

    public required ProviderShapeReading Want { get; init; }

    [JsonIgnore]
    public string BodyText => Body is { ValueKind: JsonValueKind.String } text ? text.GetString()! : Body?.GetRawText() ?? "";

    public override string ToString() => What;
}
