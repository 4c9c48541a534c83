using LinkErrors.Flows;
using LinkErrors.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Prepares an application for the requests of tests.</summary>
public static class LinkErrorsTestingServiceCollectionExtensions
{
    /// <summary>
    /// Makes every request that says nothing of a link flow belong to one: errors of interactive endpoints then go to the client's redirect URI, without a
    /// registration, a <c>client_id</c> or a login. A request that says whose it is keeps its own flow: the test's is asked for behind every source that is there
    /// when this is called. Called again, the last flow counts.
    /// </summary>
    /// <param name="services">The services of the application, as of <c>ConfigureTestServices</c>.</param>
    /// <param name="client">The client, with its redirect URIs and its dialect. It need not be registered.</param>
    /// <param name="request">
    /// What the client asked for, as its state or response mode; null for nothing. Without a redirect URI it is the only one of the client.
    /// </param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="client"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no <c>AddLinkErrors</c> yet, whose sources have to be asked first.</exception>
    /// <exception cref="ArgumentException">The client would not allow the redirect URI, so that no error could ever be sent to it.</exception>
    public static IServiceCollection AddTestLinkFlow(this IServiceCollection services, LinkClient client, LinkFlowRequest? request = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(client);
        LinkFlowRequest asked = request ?? new LinkFlowRequest();
        string? uri = asked.RedirectUri ?? (client.RedirectUris is [var only] ? only : null);
        if (client.Validate(uri) is { IsAllowed: false } refused)
        {
            throw new ArgumentException(
                $"The redirect URI of the test's flow is '{uri ?? "not said"}', which the client '{client.ClientId}' does not allow: {refused.Refusal}. "
                + $"It has {string.Join(", ", client.RedirectUris)}; name one of them as RedirectUri of the request.",
                nameof(request));
        }

        if (!services.Any(service => service.ServiceType == typeof(LinkFlowFactory)))
        {
            throw new InvalidOperationException(
                "AddTestLinkFlow found no link errors among the services: call it after AddLinkErrors, as in ConfigureTestServices. The flow of a test comes behind what a request says of its own.");
        }

        foreach (ServiceDescriptor former in services.Where(service => service is { IsKeyedService: false, ImplementationFactory.Target: TestLinkFlow }).ToArray())
        {
            services.Remove(former);
        }

        return services.AddSingleton<ILinkFlowSource>(new TestLinkFlow(client, asked).CreateSource);
    }
}
