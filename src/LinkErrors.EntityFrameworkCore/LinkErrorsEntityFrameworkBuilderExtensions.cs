using LinkErrors;
using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets LinkErrors find its clients in the application's database.</summary>
public static class LinkErrorsEntityFrameworkBuilderExtensions
{
    /// <summary>
    /// Reads the clients from the tables that <c>modelBuilder.AddLinkClients()</c> has put into the model of a DbContext, with a bounded cache in front.
    /// Clients of the configuration do not count any more. When the host starts it is checked that the context is a service and its model has the tables; the
    /// database itself is not asked. Calling it again only adds to the options.
    /// </summary>
    /// <typeparam name="TContext">
    /// The context, registered by <c>AddDbContext</c>, <c>AddDbContextPool</c> or <c>AddDbContextFactory</c>. Each query has a scope of its own and sees nothing of
    /// the request: a query filter by tenant has to let it find every client.
    /// </typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets how long and how much is remembered; null for the defaults. What is wrong with it stops the start.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static LinkErrorsBuilder AddEntityFrameworkClients<TContext>(this LinkErrorsBuilder builder, Action<EntityFrameworkClientOptions>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        OptionsBuilder<EntityFrameworkClientOptions> options = services.AddOptions<EntityFrameworkClientOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EntityFrameworkClientOptions>, EntityFrameworkClientOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LinkClientModelCheck<TContext>>());
        services.TryAddSingleton<LinkClientCache>();
        services.TryAddSingleton<ILinkClientCache>(static provider => provider.GetRequiredService<LinkClientCache>());
        services.Replace(ServiceDescriptor.Singleton<ILinkClientQuery, LinkClientQuery<TContext>>());
        services.Replace(ServiceDescriptor.Singleton<ILinkClientStore, EntityFrameworkLinkClientStore>());
        return builder;
    }
}
