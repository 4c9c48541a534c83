using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Metadata;

/// <summary>
/// Takes part in routing on paths of link endpoints: sees the candidates before any is rejected for its method or media type,
/// takes none away, and notes them for <see cref="RejectedRequest"/>. So nothing has to be searched afterwards, and the time
/// for a rejected request does not depend on how many routes there are.
/// </summary>
internal sealed class LinkRoutePolicy(IServiceProvider services) : MatcherPolicy, INodeBuilderPolicy
{
    private readonly Lazy<ParameterPolicyFactory> _policies = new(services.GetRequiredService<ParameterPolicyFactory>);
    private readonly Lazy<MatcherPolicy[]> _foreign = new(() => [.. services.GetServices<MatcherPolicy>().Where(IsForeign)]);

    /// <summary>Before every policy that takes candidates away.</summary>
    public override int Order => int.MinValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(static endpoint => endpoint.Metadata.GetMetadata<ILinkErrorsMetadata>() is not null)
        && (endpoints.Any(static endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null || endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
            || HasForeign(endpoints));

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
        [new PolicyNodeEdge(new RouteCandidates(endpoints, _policies.Value, HasForeign(endpoints)), endpoints)];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) =>
        new JumpTable((RouteCandidates)edges[0].State, edges[0].Destination);

    /// <summary>ASP.NET Core's own reject by method and media type, or leave no endpoint at all.</summary>
    private static bool IsForeign(MatcherPolicy policy) =>
        policy is not LinkRoutePolicy && policy.GetType().Assembly.GetName().Name?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) != true;

    private bool HasForeign(IReadOnlyList<Endpoint> endpoints) =>
        Array.Exists(_foreign.Value, policy => policy switch
        {
            INodeBuilderPolicy node when node.AppliesToEndpoints(endpoints) => true,
            IEndpointSelectorPolicy selector => selector.AppliesToEndpoints(endpoints),
            _ => false,
        });

    private sealed class JumpTable(RouteCandidates candidates, int destination) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext)
        {
            if (candidates.MayReject(httpContext.Request))
            {
                httpContext.Features.Set(new RejectedRequest(candidates, httpContext.Request.PathBase, httpContext.Request.Path, PipelineRun.Read(httpContext)));
            }

            return destination;
        }
    }
}
