using Microsoft.AspNetCore.Http;

namespace LinkErrors.Endpoints;

/// <summary>What is said of the link errors of one request: by the request itself, its endpoint and the endpoint's groups.</summary>
internal readonly record struct LinkEndpoint(LinkEndpointKind Kind, string? Dialect)
{
    public static bool IsLinkEndpoint(HttpContext context) =>
        context.Features.Get<ILinkErrorsMetadata>() is not null || context.GetEndpoint()?.Metadata.GetMetadata<ILinkErrorsMetadata>() is not null;

    public static LinkEndpoint Read(HttpContext context)
    {
        ILinkErrorsMetadata? request = context.Features.Get<ILinkErrorsMetadata>();
        LinkEndpointKind kind = request?.Kind ?? LinkEndpointKind.Unspecified;
        string? dialect = request?.Dialect;
        IReadOnlyList<ILinkErrorsMetadata> endpoint = context.GetEndpoint()?.Metadata.GetOrderedMetadata<ILinkErrorsMetadata>() ?? [];
        for (int index = endpoint.Count - 1; index >= 0; index--)
        {
            kind = kind == LinkEndpointKind.Unspecified ? endpoint[index].Kind : kind;
            dialect ??= endpoint[index].Dialect;
        }

        return new LinkEndpoint(kind, dialect);
    }
}
