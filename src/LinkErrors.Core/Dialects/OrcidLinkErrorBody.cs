using System.Text.Json;
using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>The members of the JSON of ORCID Link. It is a schema only.</summary>
internal sealed record OrcidLinkErrorBody(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("data")] JsonElement? Data);
