using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Responses;

/// <summary>Reads what the dialect wrote without reflection.</summary>
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ProblemDetailsJsonContext : JsonSerializerContext;
