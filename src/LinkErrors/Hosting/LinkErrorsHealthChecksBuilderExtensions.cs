using LinkErrors.Flows;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds LinkErrors to the health checks of an application.</summary>
public static class LinkErrorsHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds two checks: <c>linkerrors-store</c> asks the client store for a client that nobody has, and <c>linkerrors-keys</c> protects a
    /// state and reads it again. Without either, errors are still answered, but no browser returns to its client.
    /// </summary>
    /// <param name="builder">The health checks. <c>AddLinkErrors</c> has to be called on the services, too.</param>
    /// <param name="failureStatus">What a failure means; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags of both checks, by which endpoints choose them; null for none.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddLinkErrors(this IHealthChecksBuilder builder, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string[] both = [.. tags ?? []];
        return builder
            .Add(new HealthCheckRegistration("linkerrors-store", static provider => ActivatorUtilities.CreateInstance<ClientStoreHealthCheck>(provider), failureStatus, both))
            .Add(new HealthCheckRegistration("linkerrors-keys", static provider => ActivatorUtilities.CreateInstance<KeyRingHealthCheck>(provider), failureStatus, both));
    }
}
