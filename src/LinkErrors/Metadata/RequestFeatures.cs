using Microsoft.AspNetCore.Http.Features;

namespace LinkErrors.Metadata;

/// <summary>
/// Looks a feature up by its type: <c>Get</c> of a server asks first whether the type is one of its own thirty, and in shared generic code that
/// costs ten times as much.
/// </summary>
internal static class RequestFeatures
{
    public static T? Find<T>(this IFeatureCollection features)
        where T : class => (T?)features[typeof(T)];
}
