using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>The members of problem details (RFC 9457) that every link error has. It is a schema only.</summary>
internal sealed record LinkProblemBody(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("detail")] string Detail,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("traceId")] string? TraceId);
