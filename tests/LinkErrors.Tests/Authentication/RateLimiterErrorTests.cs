using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Authentication;

public sealed class RateLimiterErrorTests
{
    private const string Target = "https://one.example/cb";
    private const string Own = "rejected by the application";

    // RFC 6585 §4; the oauth dialect has temporarily_unavailable for it. Without an answer the limiter's own status is 503.
    [Theory]
    [InlineData("/api", 429, "30", null)]
    [InlineData("/page?client_id=one&state=s", 302, null, Target + "?error=temporarily_unavailable&error_description=Too%20many%20requests.&state=s")]
    [InlineData("/plain", 503, null, null)]
    [InlineData("/out", 503, null, null)]
    public async Task Rejection_OfAnEndpoint_IsAnsweredByTheTable(string path, int status, string? retryAfter, string? location)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync(path);

        ((int)response.StatusCode).Should().Be(status);
        Header(response, "Retry-After").Should().Be(retryAfter);
        Header(response, "Location").Should().Be(location);
        (await response.Content.ReadAsStringAsync()).Should().Be(
            path == "/api" ? """{"error":"temporarily_unavailable","error_description":"Too many requests."}""" : "");
    }

    [Fact]
    public async Task OnRejected_ThatWritesAResponse_StaysTheApplications()
    {
        await using TestApp app = await StartAsync((rejected, cancellationToken) => new ValueTask(rejected.HttpContext.Response.WriteAsync(Own, cancellationToken)));

        (await (await app.Client.GetAsync("/api")).Content.ReadAsStringAsync()).Should().Be(Own);
    }

    [Fact]
    public async Task OnRejected_ThatRedirects_StaysTheApplications()
    {
        await using TestApp app = await StartAsync((rejected, _) =>
        {
            rejected.HttpContext.Response.Redirect("/busy");
            return ValueTask.CompletedTask;
        });

        Header(await app.Client.GetAsync("/api"), "Location").Should().Be("/busy");
    }

    /// <summary>A status and a time are no answer yet, but the time is what the application wants to be said: seconds or a date (RFC 9110 §10.2.3).</summary>
    [Theory]
    [InlineData("7", "7")]
    [InlineData("Thu, 01 Jan 2026 00:01:00 GMT", "60")]
    [InlineData("Wed, 31 Dec 2025 23:00:00 GMT", "1")]
    [InlineData("soon", "30")]
    public async Task OnRejected_ThatOnlySetsRetryAfter_IsAnsweredWithIt(string own, string retryAfter)
    {
        await using TestApp app = await StartAsync((rejected, _) =>
        {
            rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            rejected.HttpContext.Response.Headers.RetryAfter = own;
            return ValueTask.CompletedTask;
        });

        using HttpResponseMessage response = await app.Client.GetAsync("/api");

        Header(response, "Retry-After").Should().Be(retryAfter);
        (await response.Content.ReadAsStringAsync()).Should().Contain("Too many requests.");
    }

    [Fact]
    public async Task Request_WithinTheLimit_IsLeftAlone()
    {
        await using TestApp app = await StartAsync();

        (await app.Client.GetStringAsync("/free")).Should().Be("ok");
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.Single() : null;

    /// <summary>A limiter that never lets anything pass, and says for how long.</summary>
    private static Task<TestApp> StartAsync(Func<OnRejectedContext, CancellationToken, ValueTask>? own = null) => TestApp.StartAsync(
        app =>
        {
            app.UseRateLimiter();
            app.UseLinkErrors();
            app.MapGet("/api", () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireRateLimiting("never");
            app.MapGet("/page", () => "ok").WithLinkErrors(LinkEndpointKind.Interactive).RequireRateLimiting("never");
            app.MapGet("/plain", () => "ok").RequireRateLimiting("never");
            app.MapGet("/out", () => "ok").WithLinkErrors(LinkEndpointKind.Api).DisableLinkErrors().RequireRateLimiting("never");
            app.MapGet("/free", () => "ok").WithLinkErrors(LinkEndpointKind.Api);
        },
        [new("LinkErrors:Clients:one:RedirectUris:0", Target)],
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new ManualTime());
            builder.Services.AddLinkErrors().AddRateLimiterErrors().AddRateLimiterErrors();
            builder.Services.AddRateLimiter(options =>
            {
                options.OnRejected = own;
                options.AddPolicy("never", _ => RateLimitPartition.Get("all", _ => new ClosedLimiter()));
            });
        });

    private sealed class ClosedLimiter : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Lease();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(new Lease());
    }

    private sealed class Lease : RateLimitLease
    {
        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? TimeSpan.FromSeconds(29.5) : null;
            return metadata is not null;
        }
    }
}
