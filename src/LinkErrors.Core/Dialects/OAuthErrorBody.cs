using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>The members of RFC 6749 §5.2. It is a schema only.</summary>
internal sealed record OAuthErrorBody(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string ErrorDescription,
    [property: JsonPropertyName("error_uri")] string? ErrorUri);
