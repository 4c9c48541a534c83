using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>The members of the JSON of CentralAuth. It is a schema only.</summary>
internal sealed record CentralAuthErrorBody(
    [property: JsonPropertyName("errorCode")] string ErrorCode,
    [property: JsonPropertyName("message")] string Message);
