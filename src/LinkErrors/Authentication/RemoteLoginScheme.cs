using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Authentication;

namespace LinkErrors.Authentication;

/// <summary>A remote scheme as it is configured, and the way to the events that its handler uses for one request.</summary>
internal sealed record RemoteLoginScheme(RemoteAuthenticationOptions Options)
{
    private const string EventsProperty = "Events";

    /// <summary>
    /// The events of a handler are protected: what <c>EventsType</c> or the handler itself made is to be had nowhere else. A
    /// typed accessor would need the <c>new()</c> constraint of the handler, and with that a trimmed application refuses the
    /// open generic that reaches every options type. Null where nothing is found; the net at the callback is there then too.
    /// </summary>
    [DynamicDependency(DynamicallyAccessedMemberTypes.NonPublicProperties, typeof(AuthenticationHandler<>))]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The dependency above keeps the property.")]
    [SuppressMessage("Major Code Smell", "S3011", Justification = "A protected member is part of the contract.")]
    public static RemoteAuthenticationEvents? FindEvents(IAuthenticationHandler handler)
    {
        Type? type = handler.GetType();
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AuthenticationHandler<>)))
        {
            type = type.BaseType;
        }

        return type?.GetProperty(EventsProperty, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(handler) as RemoteAuthenticationEvents;
    }
}
