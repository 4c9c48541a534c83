using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Settings;

/// <summary>The event handlers of a request: a type from its services goes before an object from the options.</summary>
internal sealed class LinkErrorsEventsSource(LinkErrorsSettingsSource source)
{
    /// <summary>The handlers; null when the application has none.</summary>
    /// <exception cref="InvalidOperationException">The type is not registered.</exception>
    public LinkErrorsEvents? Find(HttpContext context)
    {
        LinkErrorsSettings settings = source.Current;
        return settings.EventsType is { } type ? (LinkErrorsEvents)context.RequestServices.GetRequiredService(type) : settings.Events;
    }
}
