using System.Diagnostics.CodeAnalysis;
using LinkErrors.Dialects;
using LinkErrors.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LinkErrors;

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

    /// <summary>Adds the error of an exception of the application's own to the catalog.</summary>
    /// <typeparam name="TException">The exception; the code of its definition must be new.</typeparam>
    /// <returns>This builder.</returns>
    public LinkErrorsBuilder AddError<TException>()
        where TException : LinkException, ILinkErrorException<TException> =>
        AddError(TException.Definition);

    /// <summary>Adds event handlers that are made anew for each request, with services in their constructor.</summary>
    /// <typeparam name="TEvents">The type. A registration of it that is there already is kept.</typeparam>
    /// <returns>This builder.</returns>
    public LinkErrorsBuilder AddEvents<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TEvents>()
        where TEvents : LinkErrorsEvents
    {
        Services.TryAddScoped<TEvents>();
        Services.Configure<LinkErrorsOptions>(static options => options.EventsType = typeof(TEvents));
        return this;
    }

    /// <summary>
    /// Makes link errors of the errors that controllers return on link endpoints: results with a status of 400 and above,
    /// problem details, and invalid model state, the automatic answer of <c>[ApiController]</c> included. Content that an
    /// action has formed itself (<c>ContentResult</c>, files) and challenges stay as they are. On minimal APIs
    /// <c>WithLinkErrors</c> does the same.
    /// </summary>
    /// <returns>This builder.</returns>
    public LinkErrorsBuilder AddMvcFilters()
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<MvcOptions>, ConfigureMvcOptions>());
        return this;
    }

    /// <summary>
    /// Answers the exceptions of controllers as soon as they leave the action, for applications without <c>UseLinkErrors</c>.
    /// Exception filters of the application run first. With <c>UseLinkErrors</c> it is not needed.
    /// </summary>
    /// <returns>This builder.</returns>
    public LinkErrorsBuilder AddMvcExceptionFilter()
    {
        Services.Configure<MvcOptions>(static options => ConfigureMvcOptions.AddOnce<LinkErrorExceptionFilter>(options, LinkErrorExceptionFilter.FilterOrder));
        return this;
    }
}
