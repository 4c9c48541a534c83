using System.Net.Http.Headers;
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
internal sealed class RateLimiterErrors(TimeProvider time) : IPostConfigureOptions<RateLimiterOptions>
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

    /// <summary>RFC 9110 §10.2.3: seconds or a date.</summary>
    private TimeSpan? GetRetryAfter(OnRejectedContext rejected) =>
        RetryConditionHeaderValue.TryParse(rejected.HttpContext.Response.Headers.RetryAfter, out RetryConditionHeaderValue? own) ? own.Delta ?? GetDelay(own.Date!.Value)
        : rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan delay) ? delay
        : null;

    private TimeSpan GetDelay(DateTimeOffset date)
    {
        TimeSpan delay = date - time.GetUtcNow();
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }
}
