using LinkErrors.Client;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds LinkErrors to one HttpClient.</summary>
public static class LinkErrorsHttpClientBuilderExtensions
{
    /// <summary>
    /// Makes the client throw the typed exception of an error that its peer answers. Handlers that retry go in front of
    /// this call: added earlier, they are outside and see the exception.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the dialect of the peer and the rest; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHttpClientBuilder AddLinkErrors(this IHttpClientBuilder builder, Action<LinkErrorClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<LinkErrorClientOptions>(builder.Name).Configure(configure ?? (static _ => { }));
        string name = builder.Name;
        return builder.AddHttpMessageHandler(provider =>
            new LinkErrorMessageHandler(provider.GetRequiredService<IOptionsMonitor<LinkErrorClientOptions>>().Get(name)));
    }
}
