using LinkErrors.Client;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds LinkErrors to one HttpClient.</summary>
public static class LinkErrorsHttpClientBuilderExtensions
{
    /// <summary>
    /// Makes the client throw the typed exception of an error that its peer answers. The exception is thrown outside of every other
    /// handler, in whatever order they are added: handlers that retry or break circuits see the response, and with it
    /// <c>response.GetLinkError()</c>. Called again, also for all clients by <c>ConfigureHttpClientDefaults</c>, it adds to the options.
    /// They are checked when the client is made, which then throws <see cref="OptionsValidationException"/>.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the dialect of the peer and the rest; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHttpClientBuilder AddLinkErrors(this IHttpClientBuilder builder, Action<LinkErrorClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LinkErrorClientOptions>, ClientOptionsCheck>());
        builder.Services.Configure(builder.Name, configure ?? (static _ => { }));

        // After every Configure, so that no handler that anybody adds gets outside.
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, static options => options.HttpMessageHandlerBuilderActions.Add(AddHandlers));
        return builder;
    }

    private static void AddHandlers(HttpMessageHandlerBuilder builder)
    {
        LinkErrorClientOptions options = builder.Services.GetRequiredService<IOptionsMonitor<LinkErrorClientOptions>>().Get(builder.Name);
        if (!builder.AdditionalHandlers.OfType<LinkErrorMessageHandler>().Any(handler => handler.Has(options)))
        {
            builder.AdditionalHandlers.Insert(0, new LinkErrorMessageHandler(options));
            builder.AdditionalHandlers.Add(LinkErrorMessageHandler.CreateInner(options));
        }
    }
}
