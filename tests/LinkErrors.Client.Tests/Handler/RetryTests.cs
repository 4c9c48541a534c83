using System.Net;
using LinkErrors.Exceptions;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Client.Tests.Handler;

/// <summary>What a retry policy needs is in the exception: whether a retry is worth it, and when.</summary>
public sealed class RetryTests
{
    private static readonly Uri Address = new("https://peer.example/");

    [Fact]
    public async Task Retry_OfATransientError_WaitsAsLongAsThePeerSays()
    {
        ManualTime time = new();
        StubPeer peer = new(() => Busy("120"), () => new HttpResponseMessage(HttpStatusCode.OK));
        using HttpClient client = Client(peer, time);

        Task<HttpResponseMessage> answer = client.GetAsync(Address);

        time.Advance(TimeSpan.FromSeconds(119));
        peer.Calls.Should().Be(1);
        answer.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        (await answer).StatusCode.Should().Be(HttpStatusCode.OK);
        peer.Calls.Should().Be(2);
    }

    [Fact]
    public async Task Retry_WithADate_WaitsUntilThen()
    {
        ManualTime time = new();
        StubPeer peer = new(() => Busy("Thu, 01 Jan 2026 00:01:00 GMT"), () => new HttpResponseMessage(HttpStatusCode.OK));
        using HttpClient client = Client(peer, time);

        Task<HttpResponseMessage> answer = client.GetAsync(Address);

        time.Advance(TimeSpan.FromSeconds(59));
        peer.Calls.Should().Be(1);
        time.Advance(TimeSpan.FromSeconds(1));
        (await answer).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Retry_OfAPermanentError_IsNotMade()
    {
        StubPeer peer = new(() => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":"invalid_grant"}""") });
        using HttpClient client = Client(peer, new ManualTime());

        await FluentActions.Awaiting(() => client.GetAsync(Address)).Should().ThrowAsync<InvalidGrantException>();
        peer.Calls.Should().Be(1);
    }

    private static HttpResponseMessage Busy(string retryAfter)
    {
        HttpResponseMessage response = new(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("""{"error":"temporarily_unavailable"}""") };
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    private static HttpClient Client(StubPeer peer, TimeProvider time)
    {
        ServiceCollection services = new();
        services.AddHttpClient("peer")
            .AddLinkErrors(options => options.Reader.TimeProvider = time)
            .AddHttpMessageHandler(() => new RetryHandler(time))
            .ConfigurePrimaryHttpMessageHandler(() => peer);
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("peer");
    }
}
