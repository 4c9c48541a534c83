using Microsoft.AspNetCore.Http;

namespace LinkErrors.Metadata;

/// <summary>What is said of the link errors of one request: by the request itself, its endpoint and the endpoint's groups.</summary>
/// <param name="Kind">Who calls.</param>
/// <param name="Dialect">The name of the dialect; null when nobody named one.</param>
/// <param name="IsEnabled">Whether the library answers here, as the most specific mark says; null without any mark.</param>
/// <param name="AnswerAtEndpoint">Whether what the endpoint throws is answered there; null when nobody says so.</param>
internal readonly record struct LinkEndpoint(LinkEndpointKind Kind, string? Dialect, bool? IsEnabled, bool? AnswerAtEndpoint)
{
    /// <summary>The endpoint that routing has chosen; null before it, and where it has found none.</summary>
    public Endpoint? Routed { get; private init; }

    /// <summary>Whether link errors were promised, so that nothing else may leave the endpoint.</summary>
    public bool IsLinkEndpoint => IsEnabled == true;

    /// <summary>Whether the endpoint wants nothing of the library, not even for a link exception.</summary>
    public bool IsDisabled => IsEnabled == false;

    /// <summary>Whether a link exception is answered by the endpoint itself.</summary>
    /// <param name="byDefault">What the settings say for endpoints that say nothing.</param>
    public bool AnswersAtEndpoint(bool byDefault) => IsLinkEndpoint && (AnswerAtEndpoint ?? byDefault);

    public static LinkEndpoint Read(HttpContext context)
    {
        Endpoint? routed = context.FindEndpoint();
        IReadOnlyList<ILinkErrorsMetadata> marks = RejectedRequest.Find(context, routed) is { } rejected ? [rejected] : GetMarks(routed);
        return Combine(RequestMark.Find(context, routed), marks) with { Routed = routed };
    }

    /// <summary>Everything that an endpoint and its groups say, as one.</summary>
    public static ILinkErrorsMetadata Summarize(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ILinkErrorsMetadata>() is { IsEnabled: false } disabled)
        {
            return disabled;
        }

        LinkEndpoint all = Combine(request: null, GetMarks(endpoint));
        return new LinkErrorsAttribute(all.Kind, all.Dialect, all.AnswerAtEndpoint);
    }

    /// <summary>What several say, the least specific first, as endpoint metadata is ordered.</summary>
    public static LinkEndpoint Combine(ILinkErrorsMetadata? request, IReadOnlyList<ILinkErrorsMetadata> endpoint)
    {
        LinkEndpointKind kind = request?.Kind ?? LinkEndpointKind.Unspecified;
        string? dialect = request?.Dialect;
        bool? answerAtEndpoint = request?.AnswerAtEndpoint;
        for (int index = endpoint.Count - 1; index >= 0; index--)
        {
            kind = kind == LinkEndpointKind.Unspecified ? endpoint[index].Kind : kind;
            dialect ??= endpoint[index].Dialect;
            answerAtEndpoint ??= endpoint[index].AnswerAtEndpoint;
        }

        return new LinkEndpoint(kind, dialect, (request ?? (endpoint.Count > 0 ? endpoint[^1] : null))?.IsEnabled, answerAtEndpoint);
    }

    private static IReadOnlyList<ILinkErrorsMetadata> GetMarks(Endpoint? endpoint) =>
        endpoint?.Metadata.GetOrderedMetadata<ILinkErrorsMetadata>() ?? [];
}
