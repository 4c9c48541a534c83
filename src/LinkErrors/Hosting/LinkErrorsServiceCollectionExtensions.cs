using LinkErrors;
using LinkErrors.Dialects;
using LinkErrors.Endpoints;
using LinkErrors.Flows;
using LinkErrors.Handling;
using LinkErrors.Hosting;
using LinkErrors.Inspection;
using LinkErrors.Metadata;
using LinkErrors.Pages;
using LinkErrors.Responses;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds LinkErrors to the services of an application.</summary>
public static class LinkErrorsServiceCollectionExtensions
{
    /// <summary>
    /// Adds LinkErrors, bound to the <c>LinkErrors</c> section of the configuration and validated when the host starts.
    /// Calling it again adds nothing twice.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder for what is the application's own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static LinkErrorsBuilder AddLinkErrors(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(LinkErrorResponder)))
        {
            return new LinkErrorsBuilder(services);
        }

        services.AddOptions<LinkErrorsOptions>().BindConfiguration(LinkErrorsOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LinkErrorsOptions>, LinkErrorsOptionsValidator>();
        services.AddTransient<IOptionsFactory<LinkErrorsOptions>, LinkErrorsOptionsFactory>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LinkErrorDialectRegistry>();
        services.AddSingleton<LinkErrorsSettingsSource>();
        services.AddSingleton<IConfigureOptions<LinkErrorReaderOptions>, LinkErrorReaderDefaults>();
        services.AddSingleton<IValidateOptions<LinkErrorReaderOptions>, LinkErrorReaderDefaults>();
        services.AddSingleton<LinkErrorReaders>();
        services.AddSingleton(static provider => new LinkErrorReader(provider.GetRequiredService<IOptions<LinkErrorReaderOptions>>().Value));
        services.TryAddSingleton(static provider => LinkErrorCatalog.Default.Add(provider.GetServices<LinkErrorDefinition>()));

        services.TryAddSingleton<ILinkClientStore, ConfigurationLinkClientStore>();
        services.AddSingleton<KeyRingWatch>();
        services.AddSingleton<KeyRingReport>();
        services.TryAddSingleton<ILinkStateProtector, DataProtectionLinkStateProtector>();
        services.AddMetrics();
        services.AddSingleton<SearchReport>();
        services.AddSingleton(static provider => new LinkFlowFactory(
            provider.GetRequiredService<ILinkClientStore>(), provider.GetRequiredService<SearchReport>()));
        services.AddSingleton<ILinkFlowSource, ApplicationLinkFlowSource>();
        services.AddSingleton<ILinkFlowSource, AuthenticationPropertiesLinkFlowSource>();
        services.AddSingleton<ILinkFlowSource, StateLinkFlowSource>();
        services.AddSingleton<ILinkFlowSource, RequestLinkFlowSource>();
        services.AddSingleton<LinkRequestReader>();
        services.AddSingleton<LinkFlowResolver>();

        services.AddSingleton<AnswerLog>();
        services.AddSingleton<LinkErrorsTelemetry>();
        services.AddSingleton<MatcherPolicy, LinkRoutePolicy>();
        services.AddSingleton<LinkErrorDocumentation>();

        // The first that can write a problem does, and AddProblemDetails may have been called before.
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, RejectionProblemWriter>());
        services.AddSingleton<MiddlewareWatch>();
        services.AddHostedService<SetupCheck>();
        services.AddSingleton<LinkErrorHandler>();
        services.AddSingleton<PageTexts>();
        services.AddSingleton<LinkErrorPageContextFactory>();
        services.AddSingleton<ErrorPagePipeline>();
        services.AddSingleton<ErrorPageWriter>();
        services.AddSingleton<CatalogAddress>();
        services.AddSingleton<LinkErrorPlanner>();
        services.AddSingleton<LinkErrorResponder>();
        services.AddSingleton<Inspector>();
        services.AddHostedService<InspectorCheck>();
        return new LinkErrorsBuilder(services);
    }

    /// <summary>Adds LinkErrors and configures it in code, on top of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>A builder for what is the application's own.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static LinkErrorsBuilder AddLinkErrors(this IServiceCollection services, Action<LinkErrorsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        LinkErrorsBuilder builder = services.AddLinkErrors();
        services.Configure(configure);
        return builder;
    }
}
