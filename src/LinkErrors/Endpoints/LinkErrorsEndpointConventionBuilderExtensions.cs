using LinkErrors.Endpoints;

#pragma warning disable IDE0130 // Found without a using directive, as the With methods of ASP.NET Core are.
namespace Microsoft.AspNetCore.Builder;
#pragma warning restore IDE0130

/// <summary>Makes endpoints link endpoints.</summary>
public static class LinkErrorsEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Makes an endpoint, or all endpoints of a group, link endpoints: every exception that leaves them is answered as a
    /// link error, unexpected ones as <c>server_error</c>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of builder.</typeparam>
    /// <param name="builder">The endpoint or the group.</param>
    /// <param name="kind">Who calls the endpoint.</param>
    /// <param name="dialect">The name of the dialect; null to leave it to the client and the configuration.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static TBuilder WithLinkErrors<TBuilder>(
        this TBuilder builder, LinkEndpointKind kind = LinkEndpointKind.Unspecified, string? dialect = null)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        LinkErrorsAttribute metadata = new() { Kind = kind, Dialect = dialect };
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }
}
