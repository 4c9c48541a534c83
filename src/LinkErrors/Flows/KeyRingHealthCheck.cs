using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LinkErrors.Flows;

/// <summary>Whether a state can be protected and read again. A service without Data Protection has none that could fail.</summary>
internal sealed class KeyRingHealthCheck(ILinkStateProtector protector) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (protector is DataProtectionLinkStateProtector { IsAvailable: false })
        {
            return Task.FromResult(HealthCheckResult.Healthy("This service has no Data Protection, so that no state is protected."));
        }

        try
        {
            protector.Unprotect(protector.Protect(new LinkFlowRequest()));
            return Task.FromResult(HealthCheckResult.Healthy("A state can be protected and read."));
        }
        catch (Exception exception)
        {
            return Task.FromResult(new HealthCheckResult(
                context.Registration.FailureStatus, "No state can be protected or read. Check where the keys of Data Protection are persisted and how they are encrypted.", exception));
        }
    }
}
