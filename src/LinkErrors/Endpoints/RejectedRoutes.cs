using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Endpoints;

/// <summary>
/// Routing answers a wrong method (405) or media type (415) by an endpoint of its own, which knows nothing of the one that
/// would have served the path. This finds that one again, by its route.
/// </summary>
internal sealed class RejectedRoutes(IServiceProvider services)
{
    private readonly Lazy<EndpointDataSource?> _source = new(services.GetService<EndpointDataSource>);

    private volatile Snapshot? _snapshot;

    /// <summary>Gives a request that routing rejected what the metadata of its path says of link errors.</summary>
    public void Recall(HttpContext context)
    {
        // Endpoints that routing makes up have no route.
        if (context.GetEndpoint() is null or RouteEndpoint || context.Features.Get<ILinkErrorsMetadata>() is not null || _source.Value is not { } source)
        {
            return;
        }

        RouteEndpoint? best = null;
        foreach ((TemplateMatcher matcher, RouteEndpoint endpoint) in GetRoutes(source.Endpoints))
        {
            if (!matcher.TryMatch(context.Request.Path, []))
            {
                continue;
            }

            // A route that is less specific than the best one has no say, even where that one is no link endpoint.
            best ??= endpoint;
            if (Rank(endpoint) != Rank(best))
            {
                return;
            }

            if (endpoint.Metadata.GetMetadata<ILinkErrorsMetadata>() is not null)
            {
                context.Features.Set<ILinkErrorsMetadata>(LinkEndpoint.Summarize(endpoint));
                return;
            }
        }
    }

    private static (int Order, decimal Precedence) Rank(RouteEndpoint endpoint) => (endpoint.Order, endpoint.RoutePattern.InboundPrecedence);

    private (TemplateMatcher Matcher, RouteEndpoint Endpoint)[] GetRoutes(IReadOnlyList<Endpoint> endpoints)
    {
        Snapshot? snapshot = _snapshot;
        if (snapshot is null || !ReferenceEquals(snapshot.Endpoints, endpoints))
        {
            _snapshot = snapshot = new Snapshot(
                endpoints,
                [
                    .. endpoints.OfType<RouteEndpoint>()
                        .OrderBy(Rank)
                        .Select(endpoint => (new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary(endpoint.RoutePattern.Defaults)), endpoint)),
                ]);
        }

        return snapshot.Routes;
    }

    private sealed record Snapshot(IReadOnlyList<Endpoint> Endpoints, (TemplateMatcher Matcher, RouteEndpoint Endpoint)[] Routes);
}
