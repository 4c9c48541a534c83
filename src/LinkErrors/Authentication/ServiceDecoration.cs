using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Authentication;

/// <summary>Puts a service in front of the one that is registered, or of the framework's own when none is yet.</summary>
internal static class ServiceDecoration
{
    /// <summary>
    /// ASP.NET Core adds its own with TryAdd, so it does not matter whether that happens before or afterwards. One that the
    /// application adds afterwards takes the place of both.
    /// </summary>
    public static void Decorate<TService>(
        this IServiceCollection services, ServiceLifetime lifetime, Func<IServiceProvider, TService> createDefault, Func<IServiceProvider, TService, TService> decorate)
        where TService : class
    {
        if (services.Any(service => service.ServiceType == typeof(Decorated<TService>)))
        {
            return;
        }

        ServiceDescriptor? registered = services.LastOrDefault(service => service.ServiceType == typeof(TService) && !service.IsKeyedService);
        Func<IServiceProvider, TService> create = registered is null ? createDefault : GetFactory<TService>(registered);
        services.AddSingleton<Decorated<TService>>();
        services.Add(ServiceDescriptor.Describe(typeof(TService), provider => decorate(provider, create(provider)), registered?.Lifetime ?? lifetime));
    }

    private static Func<IServiceProvider, TService> GetFactory<TService>(ServiceDescriptor registered)
        where TService : class
    {
        if (registered.ImplementationInstance is TService instance)
        {
            return _ => instance;
        }

        if (registered.ImplementationFactory is { } factory)
        {
            return provider => (TService)factory(provider);
        }

        ObjectFactory constructor = ActivatorUtilities.CreateFactory(registered.ImplementationType!, []);
        return provider => (TService)constructor(provider, []);
    }

    /// <summary>Marks a service that is decorated, so that it is not done twice.</summary>
    private sealed class Decorated<TService>;
}
