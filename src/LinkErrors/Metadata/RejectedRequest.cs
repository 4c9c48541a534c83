using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LinkErrors.Metadata;

/// <summary>
/// Routing answers a wrong method (405) or media type (415) by an endpoint of its own, which knows nothing of the one that
/// would have served the path. This keeps the candidates from before they were rejected, and the path as it was then.
/// </summary>
internal sealed record RejectedRequest(RouteCandidates Candidates, PathString Path, PipelineRun Run)
{
    /// <summary>What the route of a rejected request says of link errors; null when routing did not reject it.</summary>
    public static ILinkErrorsMetadata? Find(HttpContext context)
    {
        // Endpoints that routing makes up have neither a route nor metadata.
        bool isRejection = context.GetEndpoint() is { Metadata.Count: 0 } and not RouteEndpoint;
        return isRejection && context.Features.Find<RejectedRequest>() is { } rejected && rejected.Run == PipelineRun.Read(context)
            ? rejected.Candidates.Find(context, rejected.Path)
            : null;
    }
}
