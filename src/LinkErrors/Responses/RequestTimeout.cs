using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace LinkErrors.Responses;

/// <summary>
/// <c>UseRequestTimeouts</c> stops an endpoint by the same token that tells of a client that left. This tells the two apart:
/// after a time-out the client is still there, and waits.
/// </summary>
internal static class RequestTimeout
{
    public static bool HasExpired(HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };

    /// <summary>Lets an answer be written although the endpoint was stopped. The middleware puts its own token back afterwards.</summary>
    public static void Release(HttpContext context)
    {
        if (HasExpired(context))
        {
            context.RequestAborted = CancellationToken.None;
        }
    }
}
