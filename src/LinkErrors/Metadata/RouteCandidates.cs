using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LinkErrors.Metadata;

/// <summary>The endpoints among which routing chooses for one path, the most specific first.</summary>
/// <param name="endpoints">The endpoints.</param>
/// <param name="policies">Makes their constraints.</param>
/// <param name="hasForeignPolicy">Whether a policy that is not ASP.NET Core's has a say, as one of API versions: it may reject for any reason.</param>
internal sealed class RouteCandidates(IEnumerable<Endpoint> endpoints, ParameterPolicyFactory policies, bool hasForeignPolicy)
{
    private readonly RouteCandidate[] _candidates =
        [.. endpoints.OfType<RouteEndpoint>().Select(endpoint => new RouteCandidate(endpoint, policies)).OrderBy(candidate => candidate.Rank)];

    /// <summary>
    /// Whether routing may reject a request, for its method, its media type or what a foreign policy asks for. Doubt counts as yes: this only saves the
    /// everyday request the note that <see cref="Find"/> needs.
    /// </summary>
    public bool MayReject(HttpRequest request)
    {
        foreach (RouteCandidate candidate in _candidates)
        {
            if (!hasForeignPolicy && candidate.Accepts(request))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether routing has found the endpoint itself, and made up none.</summary>
    public bool Contains(Endpoint endpoint) => Array.Exists(_candidates, candidate => candidate.Is(endpoint));

    /// <summary>
    /// What is said of link errors by the route that would have served the path; null when it says nothing. A route that is
    /// less specific than that one has no say, even where that one is no link endpoint.
    /// </summary>
    public ILinkErrorsMetadata? Find(HttpContext context, PathString path)
    {
        RouteCandidate? best = null;
        foreach (RouteCandidate candidate in _candidates)
        {
            if (best is not null && candidate.Rank != best.Rank)
            {
                break;
            }

            if (!candidate.Matches(context, path))
            {
                continue;
            }

            best = candidate;
            if (candidate.Metadata is { } metadata)
            {
                return metadata;
            }
        }

        return null;
    }
}
