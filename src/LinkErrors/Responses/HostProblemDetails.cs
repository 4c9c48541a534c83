using System.Text.Json;
using LinkErrors.Dialects;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Responses;

/// <summary>Hands problem details to the service of the host, so that its customisations hold for link errors too.</summary>
internal static class HostProblemDetails
{
    private const string MediaType = "application/problem+json";

    private static readonly EndpointMetadataCollection Own = new(new object());

    /// <summary>The service, when the dialect writes problem details and the host has registered it.</summary>
    public static IProblemDetailsService? Find(HttpContext context, LinkErrorDialect dialect) =>
        dialect.ContentType == MediaType ? context.RequestServices?.GetService<IProblemDetailsService>() : null;

    /// <summary>Whether a problem is a link error on its way out, and not the host's on its way to become one.</summary>
    public static bool IsOwn(ProblemDetailsContext context) => ReferenceEquals(context.AdditionalMetadata, Own);

    public static ValueTask<bool> TryWriteAsync(IProblemDetailsService service, HttpContext context, ReadOnlyMemory<byte> body, Exception? exception) =>
        service.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            AdditionalMetadata = Own,
            ProblemDetails = JsonSerializer.Deserialize(body.Span, ProblemDetailsJsonContext.Default.ProblemDetails)!,
            Exception = exception,
        });
}
