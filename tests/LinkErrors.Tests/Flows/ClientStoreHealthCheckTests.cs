using LinkErrors.Flows;
using LinkErrors.Settings;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LinkErrors.Tests.Flows;

/// <summary>What the check of the store says of a store, and that it says nothing when nobody waits for it.</summary>
public sealed class ClientStoreHealthCheckTests
{
    private static readonly TimeSpan FlowTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Nothing may answer in the place of the store: no cache, and no client who calls itself so.</summary>
    [Fact]
    public async Task Check_EachTime_AsksForANewClientThatNobodyHas()
    {
        NamingStore store = new();

        await CheckAsync(store, new ManualTime());
        await CheckAsync(store, new ManualTime());

        store.Asked.Should().HaveCount(2).And.OnlyHaveUniqueItems().And.OnlyContain(name => name.StartsWith("health-check-", StringComparison.Ordinal));
    }

    /// <summary>A cancellation is lateness only where the time is up.</summary>
    [Theory]
    [InlineData("answers", HealthStatus.Healthy, "The client store StubClientStore answers.")]
    [InlineData("fails", HealthStatus.Degraded, "The client store StubClientStore failed.")]
    [InlineData("cancels by itself", HealthStatus.Degraded, "The client store StubClientStore failed.")]
    [InlineData("is slow", HealthStatus.Degraded, "The client store StubClientStore did not answer within 00:00:02.")]
    [InlineData("is slow and fails", HealthStatus.Degraded, "The client store StubClientStore failed.")]
    public async Task Store_ThatIsAsked_IsDescribed(string kind, HealthStatus status, string description)
    {
        ManualTime time = new();
        StubClientStore store = new(_ =>
        {
            time.Advance(kind.StartsWith("is slow", StringComparison.Ordinal) ? FlowTimeout : TimeSpan.Zero);
            return kind switch
            {
                "fails" or "is slow and fails" => throw new InvalidOperationException(),
                "cancels by itself" => throw new OperationCanceledException(),
                "is slow" => new ValueTask<LinkClient?>(new TaskCompletionSource<LinkClient?>().Task),
                _ => default,
            };
        });

        HealthCheckResult result = await CheckAsync(store, time);

        (result.Status, result.Description).Should().Be((status, description));
    }

    /// <summary>Who has cancelled a check hears that, and not that the store is ill.</summary>
    [Theory]
    [InlineData("ends as it was told", typeof(OperationCanceledException))]
    [InlineData("ends by the way", typeof(IOException))]
    [InlineData("hangs", typeof(OperationCanceledException))]
    [InlineData("is late besides", typeof(OperationCanceledException))]
    public async Task Check_ThatIsCancelled_SaysNothingOfTheStore(string kind, Type expected)
    {
        ManualTime time = new();
        using CancellationTokenSource cancellation = new();
        StubClientStore store = new(token =>
        {
            cancellation.Cancel();
            time.Advance(kind == "is late besides" ? FlowTimeout : TimeSpan.Zero);
            return kind switch
            {
                "ends as it was told" => throw new OperationCanceledException(token),
                "ends by the way" => throw new IOException(),
                _ => new ValueTask<LinkClient?>(new TaskCompletionSource<LinkClient?>().Task),
            };
        });

        Func<Task> check = () => CheckAsync(store, time, cancellation.Token);

        (await check.Should().ThrowAsync<Exception>()).Which.Should().BeAssignableTo(expected);
    }

    private static async Task<HealthCheckResult> CheckAsync(ILinkClientStore store, TimeProvider time, CancellationToken cancellationToken = default)
    {
        await using TestApp app = await TestApp.StartAsync(app => app.UseLinkErrors());
        ClientStoreHealthCheck check = new(store, app.Services.GetRequiredService<LinkErrorsSettingsSource>(), time);
        HealthCheckContext context = new() { Registration = new HealthCheckRegistration("store", check, HealthStatus.Degraded, []) };
        return await check.CheckHealthAsync(context, cancellationToken);
    }

    private sealed class NamingStore : ILinkClientStore
    {
        public List<string> Asked { get; } = [];

        public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken)
        {
            Asked.Add(clientId);
            return default;
        }

        public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) => default;
    }
}
