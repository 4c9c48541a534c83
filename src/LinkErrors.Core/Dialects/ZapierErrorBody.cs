using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>The members of the JSON of Zapier. It is a schema only.</summary>
internal sealed record ZapierErrorBody(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string ErrorDescription);
