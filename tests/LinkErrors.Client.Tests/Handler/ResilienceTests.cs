using System.Net;
using LinkErrors.Exceptions;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;

namespace LinkErrors.Client.Tests.Handler;

/// <summary>The handlers of Microsoft.Extensions.Http.Resilience keep working, in whatever order they are added.</summary>
public sealed class ResilienceTests
{
    private static readonly Uri Address = new("https://peer.example/");

    [Theory]
    [InlineData("first")]
    [InlineData("last")]
    [InlineData("defaults")]
    [InlineData("both by default")]
    public async Task Retries_OfTheStandardHandler_AreMadeBeforeTheExceptionIsThrown(string order)
    {
        StubPeer peer = new(Busy);
        ServiceCollection services = new();
        if (order is "defaults" or "both by default")
        {
            services.ConfigureHttpClientDefaults(builder => AddRetries(order == "defaults" ? builder : builder.AddLinkErrors()));
        }

        IHttpClientBuilder client = services.AddHttpClient("peer").ConfigurePrimaryHttpMessageHandler(() => peer);
        _ = order switch
        {
            "first" => AddRetries(client).AddLinkErrors(),
            "last" => AddRetries(client.AddLinkErrors()),
            _ => client.AddLinkErrors(),
        };
        await using ServiceProvider provider = services.BuildServiceProvider();

        await FluentActions.Awaiting(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("peer").GetAsync(Address))
            .Should().ThrowAsync<TemporarilyUnavailableException>();

        peer.Calls.Should().Be(3);
    }

    [Theory]
    [InlineData("first")]
    [InlineData("last")]
    [InlineData("defaults")]
    public async Task CircuitBreaker_OfTheStandardHandler_OpensByTheErrorsOfThePeer(string order)
    {
        const int Enough = 4;
        StubPeer peer = new(Busy);
        ServiceCollection services = new();
        if (order == "defaults")
        {
            services.ConfigureHttpClientDefaults(builder => AddBreaker(builder, Enough));
        }

        IHttpClientBuilder client = services.AddHttpClient("peer").ConfigurePrimaryHttpMessageHandler(() => peer);
        _ = order switch
        {
            "first" => AddBreaker(client, Enough).AddLinkErrors(),
            "last" => AddBreaker(client.AddLinkErrors(), Enough),
            _ => client.AddLinkErrors(),
        };
        await using ServiceProvider provider = services.BuildServiceProvider();
        HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("peer");
        for (int call = 0; call < Enough; call++)
        {
            await FluentActions.Awaiting(() => http.GetAsync(Address)).Should().ThrowAsync<TemporarilyUnavailableException>();
        }

        await FluentActions.Awaiting(() => http.GetAsync(Address)).Should().ThrowAsync<BrokenCircuitException>();

        peer.Calls.Should().Be(Enough, "an open circuit asks nobody");
    }

    [Fact]
    public async Task Annotation_OfTheSameRequestSentTwice_StaysWithItsResponse()
    {
        using HttpMessageInvoker invoker = new(new LinkErrorMessageHandler(new LinkErrorClientOptions { ThrowOnError = false }) { InnerHandler = new StubPeer(Busy, () => new HttpResponseMessage()) });
        using HttpRequestMessage request = new(HttpMethod.Get, Address);

        using HttpResponseMessage first = await invoker.SendAsync(request, CancellationToken.None);
        using HttpResponseMessage second = await invoker.SendAsync(request, CancellationToken.None);

        first.GetLinkError()!.Code.Should().Be("temporarily_unavailable");
        second.GetLinkErrorReading().Should().BeNull();
    }

    private static IHttpClientBuilder AddRetries(IHttpClientBuilder builder)
    {
        builder.AddStandardResilienceHandler(options =>
        {
            options.Retry.MaxRetryAttempts = 2;
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.UseJitter = false;
        });
        return builder;
    }

    /// <summary>The breaker alone: no attempt is repeated, and its time does not run out during a test.</summary>
    private static IHttpClientBuilder AddBreaker(IHttpClientBuilder builder, int enough)
    {
        builder.AddStandardResilienceHandler(options =>
        {
            options.Retry.ShouldHandle = static _ => ValueTask.FromResult(false);
            options.CircuitBreaker.MinimumThroughput = enough;
            options.CircuitBreaker.FailureRatio = 1;
            options.CircuitBreaker.SamplingDuration = TimeSpan.FromHours(1);
            options.CircuitBreaker.BreakDuration = TimeSpan.FromHours(1);
        });
        return builder;
    }

    private static HttpResponseMessage Busy() =>
        new(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("""{"error":"temporarily_unavailable"}""") };
}
