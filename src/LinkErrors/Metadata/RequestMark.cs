using Microsoft.AspNetCore.Http;

namespace LinkErrors.Metadata;

/// <summary>
/// What a request says of itself, for the endpoint that it had reached then or, before routing, for the run of the pipeline.
/// </summary>
internal sealed record RequestMark(ILinkErrorsMetadata Metadata, Endpoint? Endpoint, PipelineRun Run)
{
    public static void Set(HttpContext context, ILinkErrorsMetadata metadata)
    {
        Endpoint? endpoint = context.FindEndpoint();
        context.Features.Set(new RequestMark(metadata, endpoint, endpoint is null ? PipelineRun.Read(context) : default));
    }

    /// <summary>What was said of this endpoint or run; null when nothing was.</summary>
    public static ILinkErrorsMetadata? Find(HttpContext context, Endpoint? endpoint) =>
        context.Features.Find<RequestMark>() is { } mark && mark.HoldsFor(context, endpoint) ? mark.Metadata : null;

    private bool HoldsFor(HttpContext context, Endpoint? endpoint) =>
        Endpoint is null ? Run == PipelineRun.Read(context) : ReferenceEquals(Endpoint, endpoint);
}
