using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace LinkErrors.Metadata;

/// <summary>
/// One of the endpoints among which routing chooses for a path. Routing has compared the path's literals, and the required
/// values of a conventional route, before it asks for the method; what it compares afterwards is compared here.
/// </summary>
internal sealed class RouteCandidate
{
    private static readonly HostMatcherPolicy Hosts = new();

    private readonly RouteEndpoint _endpoint;
    private readonly TemplateMatcher _matcher;
    private readonly IReadOnlyList<string> _methods;
    private readonly IReadOnlyList<string> _mediaTypes;
    private readonly (string Parameter, IRouteConstraint Constraint)[] _constraints;

    public RouteCandidate(RouteEndpoint endpoint, ParameterPolicyFactory policies)
    {
        RoutePattern pattern = endpoint.RoutePattern;
        _endpoint = endpoint;
        _matcher = new TemplateMatcher(new RouteTemplate(pattern), new RouteValueDictionary(pattern.Defaults));
        _methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        _mediaTypes = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [];
        _constraints =
        [
            .. from parameter in pattern.ParameterPolicies
               from reference in parameter.Value
               let constraint = policies.Create(pattern.GetParameter(parameter.Key), reference) as IRouteConstraint
               where constraint is not null
               select (parameter.Key, constraint),
        ];
        Metadata = endpoint.Metadata.GetMetadata<ILinkErrorsMetadata>() is null ? null : LinkEndpoint.Summarize(endpoint);
        Rank = (endpoint.Order, pattern.InboundPrecedence);
    }

    /// <summary>What the endpoint and its groups say of link errors; null when they say nothing.</summary>
    public ILinkErrorsMetadata? Metadata { get; }

    /// <summary>The lower, the more specific.</summary>
    public (int Order, decimal Precedence) Rank { get; }

    public bool Is(Endpoint endpoint) => ReferenceEquals(_endpoint, endpoint);

    /// <summary>Whether method and media type are certainly among those of the endpoint.</summary>
    public bool Accepts(HttpRequest request) => AcceptsMethod(request.Method) && AcceptsMediaType(request.ContentType);

    /// <summary>Whether path, constraints and host are those of the endpoint.</summary>
    public bool Matches(HttpContext context, PathString path)
    {
        RouteValueDictionary values = [];
        if (!_matcher.TryMatch(path, values)
            || !Array.TrueForAll(_constraints, item => item.Constraint.Match(context, route: null, item.Parameter, values, RouteDirection.IncomingRequest)))
        {
            return false;
        }

        CandidateSet candidates = new([_endpoint], [values], [0]);
        return Hosts.ApplyAsync(context, candidates).IsCompletedSuccessfully && candidates.IsValidCandidate(0);
    }

    private bool AcceptsMethod(string method)
    {
        foreach (string allowed in _methods)
        {
            if (HttpMethods.Equals(allowed, method))
            {
                return true;
            }
        }

        return _methods.Count == 0;
    }

    /// <summary>A request without a media type is never rejected for it.</summary>
    private bool AcceptsMediaType(string? contentType)
    {
        if (_mediaTypes.Count == 0 || string.IsNullOrEmpty(contentType))
        {
            return true;
        }

        foreach (string accepted in _mediaTypes)
        {
            if (contentType.StartsWith(accepted, StringComparison.OrdinalIgnoreCase)
                && (contentType.Length == accepted.Length || contentType[accepted.Length] is ';' or ' '))
            {
                return true;
            }
        }

        return false;
    }
}
