using LinkErrors.Dialects;
using LinkErrors.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Hosting;

/// <summary>Adds to LinkErrors what is the application's own.</summary>
public sealed class LinkErrorsBuilder
{
    internal LinkErrorsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a dialect, which configuration and endpoints then choose by its name.</summary>
    /// <param name="dialect">The dialect; its name must be new.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public LinkErrorsBuilder AddDialect(LinkErrorDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        Services.AddSingleton(dialect);
        return this;
    }

    /// <summary>Adds an error to the catalog, so that readers and the catalog page know it.</summary>
    /// <param name="definition">The definition; its code must be new.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public LinkErrorsBuilder AddError(LinkErrorDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Services.AddSingleton(definition);
        return this;
    }
}
