using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Authentication;

/// <summary>Puts a service in front of the one that is registered, or of the framework's own when none is yet.</summary>
internal static class ServiceDecoration
{
    /// <summary>
    /// ASP.NET Core adds its own with TryAdd, so it does not matter whether that happens before or afterwards. One that the
    /// application adds afterwards takes the place of both.
    /// </summary>
    public static void Decorate<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDefault>(
        this IServiceCollection services, ServiceLifetime lifetime, Func<IServiceProvider, TService, TService> decorate)
        where TService : class
        where TDefault : class, TService
    {
        if (services.Any(service => service.ServiceType == typeof(Decorated<TService>)))
        {
            return;
        }

        services.AddSingleton<Decorated<TService>>();
        ServiceDescriptor? registered = services.LastOrDefault(service => service.ServiceType == typeof(TService) && !service.IsKeyedService);
        services.Add(ServiceDescriptor.Describe(
            typeof(TService), provider => decorate(provider, Create<TService, TDefault>(provider, registered)), registered?.Lifetime ?? lifetime));
    }

    /// <summary>Marks a service that is decorated, so that it is not done twice.</summary>
    private sealed class Decorated<TService>;

    private static TService Create<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDefault>(
        IServiceProvider provider, ServiceDescriptor? registered)
        where TDefault : class, TService => registered switch
        {
            { ImplementationInstance: TService instance } => instance,
            { ImplementationFactory: { } factory } => (TService)factory(provider),
            { ImplementationType: { } type } => (TService)ActivatorUtilities.CreateInstance(provider, type),
            _ => ActivatorUtilities.CreateInstance<TDefault>(provider),
        };
}
