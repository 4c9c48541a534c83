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
    [InlineData("whole", HealthStatus.Healthy, HealthStatus.Healthy)]
    [InlineData("without Data Protection", HealthStatus.Healthy, HealthStatus.Healthy)]
    [InlineData("store fails", HealthStatus.Degraded, HealthStatus.Healthy)]
    [InlineData("store hangs", HealthStatus.Degraded, HealthStatus.Healthy)]
    [InlineData("keys fail", HealthStatus.Healthy, HealthStatus.Degraded)]
    public async Task Checks_OfAService_TellWhatIsAway(string kind, HealthStatus store, HealthStatus keys)
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

        report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status, StringComparer.Ordinal).Should().BeEquivalentTo(
            new Dictionary<string, HealthStatus>(StringComparer.Ordinal) { ["linkerrors-store"] = store, ["linkerrors-keys"] = keys });
    }

    private sealed class BrokenProtector : ILinkStateProtector
    {
        public string Protect(LinkFlowRequest request) => throw new InvalidOperationException();

        public LinkFlowRequest Unprotect(string? state) => throw new InvalidOperationException();
    }
}
