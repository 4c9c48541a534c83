using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LinkErrors.Tests.Hosting;

/// <summary>What a load balancer is told: without its store or its keys, a service answers, but sends nobody back.</summary>
public sealed class HealthCheckTests
{
    [Theory]
    [InlineData("whole", HealthStatus.Healthy, "The client store ConfigurationLinkClientStore answers.", HealthStatus.Healthy, "A state can be protected and read.")]
    [InlineData("without Data Protection", HealthStatus.Healthy, "The client store ConfigurationLinkClientStore answers.", HealthStatus.Healthy, "This service has no Data Protection, so that no state is protected.")]
    [InlineData("store fails", HealthStatus.Degraded, "The client store StubClientStore failed.", HealthStatus.Healthy, "A state can be protected and read.")]
    [InlineData("store hangs", HealthStatus.Degraded, "The client store StubClientStore did not answer within 00:00:00.0500000.", HealthStatus.Healthy, "A state can be protected and read.")]
    [InlineData("keys fail", HealthStatus.Healthy, "The client store ConfigurationLinkClientStore answers.", HealthStatus.Degraded, "No state can be protected or read. Check where the keys of Data Protection are persisted and how they are encrypted.")]
    public async Task Checks_OfAService_TellWhatIsAway(string kind, HealthStatus store, string storeText, HealthStatus keys, string keysText)
    {
        await using TestApp app = await TestApp.StartAsync(
            app => app.UseLinkErrors(),
            LabSettings.WithClient(("FlowTimeout", "00:00:00.050")),
            builder =>
            {
                if (kind != "without Data Protection")
                {
                    builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                }

                if (kind.StartsWith("store", StringComparison.Ordinal))
                {
                    TaskCompletionSource<LinkClient?> never = new();
                    builder.Services.AddSingleton<ILinkClientStore>(new StubClientStore(
                        _ => kind == "store fails" ? throw new InvalidOperationException() : new ValueTask<LinkClient?>(never.Task)));
                }

                if (kind == "keys fail")
                {
                    builder.Services.AddSingleton<ILinkStateProtector>(new BrokenProtector());
                }

                builder.Services.AddHealthChecks().AddLinkErrors(HealthStatus.Degraded, ["ready"]);
            });

        HealthReport report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"));

        report.Entries.Select(entry => (entry.Key, entry.Value.Status, entry.Value.Description)).Should().BeEquivalentTo(
            [("linkerrors-store", store, storeText), ("linkerrors-keys", keys, keysText)]);
    }

    private sealed class BrokenProtector : ILinkStateProtector
    {
        public string Protect(LinkFlowRequest request) => throw new InvalidOperationException();

        public LinkFlowRequest Unprotect(string? state) => throw new InvalidOperationException();
    }
}
