using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Responses;

/// <summary>
/// <c>UseRequestTimeouts</c> stops an endpoint by the same token that tells of a client that left. This tells the two apart:
/// after a time-out the client is still there, and waits.
/// </summary>
internal static class RequestTimeout
{
    public static bool HasExpired(HttpContext context) =>
        context.Features.Find<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };

    /// <summary>
    /// Whether a bare 504 may be that of <c>UseRequestTimeouts</c>, which takes its feature away when it stands further down: whether
    /// the endpoint has a limit.
    /// </summary>
    public static bool MayHaveExpired(HttpContext context)
    {
        EndpointMetadataCollection? metadata = context.GetEndpoint()?.Metadata;
        return metadata?.GetMetadata<DisableRequestTimeoutAttribute>() is null
            && (metadata?.GetMetadata<RequestTimeoutAttribute>() is not null
                || metadata?.GetMetadata<RequestTimeoutPolicy>() is not null
                || context.RequestServices.GetService<IOptions<RequestTimeoutOptions>>()?.Value.DefaultPolicy is not null);
    }

    /// <summary>Lets an answer be written although the endpoint was stopped. The middleware puts its own token back afterwards.</summary>
    public static void Release(HttpContext context)
    {
        if (HasExpired(context))
        {
            context.RequestAborted = CancellationToken.None;
        }
    }
}
