using System.Text.Json;
using LinkErrors.Dialects;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Responses;

/// <summary>Hands problem details to the service of the host, so that its customisations hold for link errors too.</summary>
internal static class HostProblemDetails
{
    private const string MediaType = "application/problem+json";

    /// <summary>The service, when the dialect writes problem details and the host has registered it.</summary>
    public static IProblemDetailsService? Find(HttpContext context, LinkErrorDialect dialect) =>
        dialect.ContentType == MediaType ? context.RequestServices?.GetService<IProblemDetailsService>() : null;

    public static ValueTask<bool> TryWriteAsync(IProblemDetailsService service, HttpContext context, ReadOnlyMemory<byte> body, Exception? exception) =>
        service.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = JsonSerializer.Deserialize(body.Span, ProblemDetailsJsonContext.Default.ProblemDetails)!,
            Exception = exception,
        });
}
