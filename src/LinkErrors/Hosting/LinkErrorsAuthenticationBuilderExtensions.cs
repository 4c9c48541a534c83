using LinkErrors;
using LinkErrors.Authentication;
using LinkErrors.Handling;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets what ASP.NET Core itself refuses be answered as link errors: logins, access and rates.</summary>
public static class LinkErrorsAuthenticationBuilderExtensions
{
    /// <summary>
    /// Makes the failure of every remote login a link error: of OAuth, OpenID Connect, and of any handler that derives from
    /// <see cref="RemoteAuthenticationHandler{TOptions}"/>. The browser returns to the client whose flow was put into the
    /// properties of the challenge with <c>SetLinkFlow</c>. The application's own event handlers run first, and what they
    /// handle stays theirs; so do <c>AccessDeniedPath</c> and link errors thrown from events. It does not matter whether it is
    /// called before or after AddAuthentication; calling it again adds nothing twice.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static LinkErrorsBuilder AddRemoteLogins(this LinkErrorsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.TryAddSingleton<RemoteLoginSchemes>();
        services.TryAddSingleton<RemoteLoginClassifier>();
        services.TryAddSingleton<RemoteLoginResponder>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IPostConfigureOptions<>), typeof(RemoteLoginPostConfigure<>)));
        services.Decorate<IAuthenticationHandlerProvider>(
            ServiceLifetime.Scoped,
            static provider => new AuthenticationHandlerProvider(provider.GetRequiredService<IAuthenticationSchemeProvider>()),
            static (provider, inner) => new RemoteLoginHandlerProvider(
                inner,
                provider.GetRequiredService<IAuthenticationSchemeProvider>(),
                provider.GetRequiredService<RemoteLoginSchemes>(),
                provider.GetRequiredService<RemoteLoginResponder>()));
        return builder;
    }

    /// <summary>
    /// Answers what the authorization middleware refuses on link endpoints that code calls: <c>invalid_token</c>,
    /// <c>insufficient_scope</c> or <c>forbidden</c>, with the challenge of RFC 6750 §3. Its scopes are those that the policy
    /// claims (<c>RequireClaim("scope", …)</c>, <c>scp</c>) or that <see cref="ILinkScopesMetadata"/> names. Where a browser
    /// navigates, the challenge of the scheme stays, which leads to a login page. Call it after a handler of your own was
    /// added for <see cref="IAuthorizationMiddlewareResultHandler"/>; calling it again adds nothing twice.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static LinkErrorsBuilder AddAuthorizationErrors(this LinkErrorsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Decorate<IAuthorizationMiddlewareResultHandler>(
            ServiceLifetime.Transient,
            static _ => new AuthorizationMiddlewareResultHandler(),
            static (provider, inner) => new AuthorizationErrorHandler(inner, provider.GetRequiredService<LinkErrorHandler>()));
        return builder;
    }

    /// <summary>
    /// Answers what the rate limiter rejects on link endpoints as <c>rate_limited</c>, with the limiter's <c>Retry-After</c>.
    /// An <see cref="RateLimiterOptions.OnRejected"/> of the application runs first; a response that it writes stays. Calling
    /// it again adds nothing twice.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static LinkErrorsBuilder AddRateLimiterErrors(this LinkErrorsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<RateLimiterOptions>, RateLimiterErrors>());
        return builder;
    }
}
