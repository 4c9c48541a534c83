using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>The members of the JSON of Junction. It is a schema only.</summary>
internal sealed record JunctionErrorBody(
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("error_type")] string ErrorType,
    [property: JsonPropertyName("error")] string Error);
