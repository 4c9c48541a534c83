using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LinkErrors.Metadata;

/// <summary>
/// Looks a feature up by its type: <c>Get</c> of a server asks first whether the type is one of its own thirty, and in shared generic code that
/// costs ten times as much.
/// </summary>
internal static class RequestFeatures
{
    /// <summary>Inlined, so that the type and the cast are those of the caller: code that all types share looks both up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T? Find<T>(this IFeatureCollection features)
        where T : class => (T?)features[typeof(T)];

    /// <summary>The endpoint that routing has chosen.</summary>
    public static Endpoint? FindEndpoint(this HttpContext context) => context.Features.Find<IEndpointFeature>()?.Endpoint;
}
