using System.Diagnostics.CodeAnalysis;
using LinkErrors.Authentication;
using LinkErrors.Dialects;
using LinkErrors.Handling;
using LinkErrors.Mvc;
using LinkErrors.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
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

    /// <summary>
    /// Says how callback pages read what a peer sent the browser back with, for <c>Request.ReadLinkErrorAsync()</c> and for who asks
    /// for a <see cref="LinkErrorReader"/>. It begins with the application's catalog, clock and dialects. Calling it again adds to the options.
    /// </summary>
    /// <param name="configure">Sets options. What is wrong with them stops the start.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public LinkErrorsBuilder AddLinkErrorReader(Action<LinkErrorReaderOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddOptions<LinkErrorReaderOptions>().Configure(configure).ValidateOnStart();
        return this;
    }

    /// <summary>
    /// Says how the callback pages of one peer read, for <c>Request.ReadLinkErrorAsync(name)</c>; the same reader is the keyed service
    /// <see cref="LinkErrorReader"/> of that name. It has nothing of the reader without a name. Calling it again adds to the options.
    /// </summary>
    /// <param name="name">The name, compared letter for letter.</param>
    /// <param name="configure">Sets options. What is wrong with them stops the start.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public LinkErrorsBuilder AddLinkErrorReader(string name, Action<LinkErrorReaderOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddOptions<LinkErrorReaderOptions>(name).Configure(configure).ValidateOnStart();
        Services.TryAddKeyedSingleton(name, (provider, _) => new LinkErrorReader(provider.GetRequiredService<IOptionsMonitor<LinkErrorReaderOptions>>().Get(name)));
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
    /// Puts texts of the application's own in front of those of the error page. They are the resource of a type, as
    /// <c>IStringLocalizer</c> finds it, with keys such as <c>link_expired.Title</c> for a situation, <c>device_offline.Title</c> for a code
    /// and <c>page.TryAgain</c>; docs/pages.md lists them. A key that is missing keeps the library's text.
    /// </summary>
    /// <typeparam name="TResource">The type that the resource is named for.</typeparam>
    /// <param name="languages">
    /// Tags of languages that the library has no texts in, such as <c>it</c>, and the resource has: of all keys, or English shows through.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languages"/> is null.</exception>
    public LinkErrorsBuilder AddErrorPageTexts<TResource>(params string[] languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        Services.AddLocalization();
        Services.AddSingleton(provider =>
        {
            IStringLocalizer<TResource> localizer = provider.GetRequiredService<IStringLocalizer<TResource>>();
            bool isResource = localizer is StringLocalizer<TResource> && provider.GetService<IStringLocalizerFactory>()?.GetType() == typeof(ResourceManagerStringLocalizerFactory);
            return new PageTextSource(localizer, typeof(TResource), languages, provider.GetRequiredService<ILogger<PageTextSource>>()) { IsFixed = isResource };
        });
        return this;
    }

    /// <summary>
    /// Makes link errors of remote logins that fail, whether when they begin or when the browser comes back: of OAuth, OpenID
    /// Connect, and of any handler that derives from <see cref="RemoteAuthenticationHandler{TOptions}"/>. Answered is every login
    /// of the schemes that are named; of other schemes only one that began with a link flow, which <c>SetLinkFlow</c> puts into
    /// the properties of the challenge, or one that fails on a link endpoint. Any other sign-in stays the application's own. The
    /// browser returns to the client of the flow. The application's own event handlers run first, and what they handle stays
    /// theirs; so do <c>AccessDeniedPath</c> and link errors thrown from events. It does not matter whether it is called before or
    /// after AddAuthentication; calling it again adds schemes, and nothing twice.
    /// </summary>
    /// <param name="schemes">
    /// The names of schemes that are there for linking, so that even a login whose state is lost is known to be one. A name that
    /// no remote scheme has is logged as a warning when the application has started.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">A name is null.</exception>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public LinkErrorsBuilder AddRemoteLoginErrors(params ReadOnlySpan<string> schemes)
    {
        foreach (string scheme in schemes)
        {
            ArgumentException.ThrowIfNullOrEmpty(scheme, nameof(schemes));
            Services.AddSingleton(new RemoteLoginName(scheme));
        }

        // The framework's own service has to be there to stand behind ours.
        Services.AddAuthenticationCore();
        Services.TryAddSingleton<RemoteLoginSelection>();
        Services.TryAddSingleton<RemoteLoginSchemes>();
        Services.TryAddSingleton<RemoteLoginClassifier>();
        Services.TryAddSingleton<RemoteLoginResponder>();
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RemoteSchemeCheck>());
        Services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IPostConfigureOptions<>), typeof(RemoteLoginPostConfigure<>)));
        Services.Decorate<IAuthenticationHandlerProvider>(
            ServiceLifetime.Scoped,
            static provider => new AuthenticationHandlerProvider(provider.GetRequiredService<IAuthenticationSchemeProvider>()),
            static (provider, inner) => new RemoteLoginHandlerProvider(
                inner,
                provider.GetRequiredService<IAuthenticationSchemeProvider>(),
                provider.GetRequiredService<RemoteLoginSchemes>(),
                provider.GetRequiredService<RemoteLoginResponder>()));
        Services.Decorate<IAuthenticationService>(
            ServiceLifetime.Scoped,
            static _ => throw new InvalidOperationException("AddAuthenticationCore has registered one."),
            static (provider, inner) => new RemoteLoginService(
                inner,
                provider.GetRequiredService<IAuthenticationSchemeProvider>(),
                provider.GetRequiredService<RemoteLoginSchemes>(),
                provider.GetRequiredService<RemoteLoginResponder>()));
        return this;
    }

    /// <summary>
    /// Makes link errors of the errors that controllers return on link endpoints: results with a status of 400 and above,
    /// problem details, and invalid model state, the automatic answer of <c>[ApiController]</c> included. Content that an
    /// action has formed itself (<c>ContentResult</c>, files) and challenges stay as they are. On minimal APIs
    /// <c>WithLinkErrors</c> does the same. Calling it again adds nothing twice.
    /// </summary>
    /// <param name="handleExceptions">
    /// Whether the exceptions of controllers are answered as soon as they leave the action, behind the exception filters of the
    /// application, for applications without <c>UseLinkErrors</c>. With that it is not needed.
    /// </param>
    /// <returns>This builder.</returns>
    public LinkErrorsBuilder AddMvcErrors(bool handleExceptions = false)
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<MvcOptions>, ConfigureMvcOptions>());
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IActionDescriptorProvider, AnsweringActions>());
        if (handleExceptions)
        {
            Services.Configure<MvcOptions>(static options => ConfigureMvcOptions.AddOnce<LinkErrorExceptionFilter>(options, LinkErrorExceptionFilter.FilterOrder));
        }

        return this;
    }

    /// <summary>
    /// Answers what the authorization middleware refuses on link endpoints that code calls: <c>invalid_token</c>,
    /// <c>insufficient_scope</c> or <c>forbidden</c>, with the challenge of RFC 6750 §3. Its scopes are those that the policy
    /// claims (<c>RequireClaim("scope", …)</c>, <c>scp</c>) or that <see cref="ILinkScopesMetadata"/> names. Where a browser
    /// navigates, the challenge of the scheme stays, which leads to a login page. Call it after a handler of your own was
    /// added for <see cref="IAuthorizationMiddlewareResultHandler"/>; calling it again adds nothing twice.
    /// </summary>
    /// <returns>This builder.</returns>
    public LinkErrorsBuilder AddAuthorizationErrors()
    {
        Services.Decorate<IAuthorizationMiddlewareResultHandler>(
            ServiceLifetime.Transient,
            static _ => new AuthorizationMiddlewareResultHandler(),
            static (provider, inner) => new AuthorizationErrorHandler(inner, provider.GetRequiredService<LinkErrorHandler>()));
        return this;
    }

    /// <summary>
    /// Answers what the rate limiter rejects on link endpoints as <c>rate_limited</c>, with the limiter's <c>Retry-After</c>.
    /// An <see cref="RateLimiterOptions.OnRejected"/> of the application runs first; a response that it writes stays. Calling
    /// it again adds nothing twice.
    /// </summary>
    /// <returns>This builder.</returns>
    public LinkErrorsBuilder AddRateLimiterErrors()
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<RateLimiterOptions>, RateLimiterErrors>());
        return this;
    }
}
