using System.Globalization;
using System.Threading.RateLimiting;
using LinkErrors.Exceptions;
using LinkErrors.Handling;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Authentication;

/// <summary>Answers rejections of the rate limiter on link endpoints, after the application's own handler.</summary>
internal sealed class RateLimiterErrors : IPostConfigureOptions<RateLimiterOptions>
{
    public void PostConfigure(string? name, RateLimiterOptions options)
    {
        Func<OnRejectedContext, CancellationToken, ValueTask>? own = options.OnRejected;
        options.OnRejected = async (rejected, cancellationToken) =>
        {
            if (own is not null)
            {
                await own(rejected, cancellationToken).ConfigureAwait(false);
            }

            HttpContext context = rejected.HttpContext;
            if (LinkEndpoint.Read(context).IsLinkEndpoint && !IsAnswered(context.Response))
            {
                RateLimitedException exception = new("The rate limiter rejected the request.") { RetryAfter = GetRetryAfter(rejected) };
                await context.RequestServices.GetRequiredService<LinkErrorHandler>().AnswerAsync(context, exception.Error, exception).ConfigureAwait(false);
            }
        };
    }

    /// <summary>A status and a Retry-After alone are no answer yet.</summary>
    private static bool IsAnswered(HttpResponse response) =>
        response.HasStarted || response.ContentType is not null || response.ContentLength is not null || response.StatusCode is >= 300 and <= 399;

    private static TimeSpan? GetRetryAfter(OnRejectedContext rejected) =>
        uint.TryParse(rejected.HttpContext.Response.Headers.RetryAfter.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds) ? TimeSpan.FromSeconds(seconds)
        : rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan delay) ? delay
        : null;
}
