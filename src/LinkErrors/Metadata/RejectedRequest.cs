using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LinkErrors.Metadata;

/// <summary>
/// Routing answers a wrong method (405), media type (415) or API version by an endpoint of its own, which knows nothing of the one
/// that would have served the path. This keeps the candidates from before they were rejected, and the path as it was then.
/// </summary>
internal sealed record RejectedRequest(RouteCandidates Candidates, PathString PathBase, PathString Path, PipelineRun Run)
{
    /// <summary>What the route of a rejected request says of link errors; null when routing did not reject it.</summary>
    public static ILinkErrorsMetadata? Find(HttpContext context, Endpoint? found)
    {
        // Endpoints that routing makes up have no metadata.
        return found is { Metadata.Count: 0 } endpoint && context.Features.Find<RejectedRequest>() is { } rejected
            && rejected.Run == PipelineRun.Read(context) && rejected.IsMadeUp(endpoint, context.Request)
            ? rejected.Candidates.Find(context, rejected.Path)
            : null;
    }

    /// <summary>Those of API versions are of the type of real ones, which are among the candidates, or were chosen for another path later on.</summary>
    private bool IsMadeUp(Endpoint endpoint, HttpRequest request) =>
        endpoint is not RouteEndpoint || (!Candidates.Contains(endpoint) && PathBase.Add(Path) == request.PathBase.Add(request.Path));
}
