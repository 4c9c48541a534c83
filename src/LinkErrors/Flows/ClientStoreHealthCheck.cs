using LinkErrors.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LinkErrors.Flows;

/// <summary>
/// Whether the client store answers in the time that a search may take. It is asked for a client that nobody has, a new one each time, so
/// that no cache answers in its place.
/// </summary>
internal sealed class ClientStoreHealthCheck(ILinkClientStore store, LinkErrorsSettingsSource settings, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string name = store.GetType().Name;
        TimeSpan timeout = settings.Current.FlowTimeout;
        using CancellationTokenSource limit = new(timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await store.FindByIdAsync($"health-check-{Guid.NewGuid():N}", either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
            return HealthCheckResult.Healthy($"The client store {name} answers.");
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The client store {name} did not answer within {timeout}.", exception);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The client store {name} failed.", exception);
        }
    }
}
