using Microsoft.AspNetCore.Http;

namespace LinkErrors.Metadata;

/// <summary>What is said of the link errors of one request: by the request itself, its endpoint and the endpoint's groups.</summary>
internal readonly record struct LinkEndpoint(LinkEndpointKind Kind, string? Dialect)
{
    public static bool IsLinkEndpoint(HttpContext context) => FindMostSpecific(context) is { IsEnabled: true };

    /// <summary>Whether the endpoint wants nothing of the library, not even for a link exception.</summary>
    public static bool IsDisabled(HttpContext context) => FindMostSpecific(context) is { IsEnabled: false };

    public static LinkEndpoint Read(HttpContext context) =>
        Combine(RequestMark.Find(context), RejectedRequest.Find(context) is { } rejected ? [rejected] : GetMarks(context.GetEndpoint()));

    /// <summary>Everything that an endpoint and its groups say, as one.</summary>
    public static ILinkErrorsMetadata Summarize(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ILinkErrorsMetadata>() is { IsEnabled: false } disabled)
        {
            return disabled;
        }

        (LinkEndpointKind kind, string? dialect) = Combine(request: null, GetMarks(endpoint));
        return new LinkErrorsAttribute { Kind = kind, Dialect = dialect };
    }

    /// <summary>What several say, the least specific first, as endpoint metadata is ordered.</summary>
    public static LinkEndpoint Combine(ILinkErrorsMetadata? request, IReadOnlyList<ILinkErrorsMetadata> endpoint)
    {
        LinkEndpointKind kind = request?.Kind ?? LinkEndpointKind.Unspecified;
        string? dialect = request?.Dialect;
        for (int index = endpoint.Count - 1; index >= 0; index--)
        {
            kind = kind == LinkEndpointKind.Unspecified ? endpoint[index].Kind : kind;
            dialect ??= endpoint[index].Dialect;
        }

        return new LinkEndpoint(kind, dialect);
    }

    private static IReadOnlyList<ILinkErrorsMetadata> GetMarks(Endpoint? endpoint) =>
        endpoint?.Metadata.GetOrderedMetadata<ILinkErrorsMetadata>() ?? [];

    private static ILinkErrorsMetadata? FindMostSpecific(HttpContext context) =>
        RequestMark.Find(context) ?? context.GetEndpoint()?.Metadata.GetMetadata<ILinkErrorsMetadata>() ?? RejectedRequest.Find(context);
}
