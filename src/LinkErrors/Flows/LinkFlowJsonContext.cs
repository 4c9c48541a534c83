using System.Text.Json.Serialization;

namespace LinkErrors.Flows;

/// <summary>The shape in which a flow travels inside a protected state.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProtectedLinkFlow))]
[JsonSerializable(typeof(LinkFlowRequest))]
internal sealed partial class LinkFlowJsonContext : JsonSerializerContext;
