using Microsoft.AspNetCore.Http;

namespace LinkErrors.Metadata;

/// <summary>
/// What a request says of itself, for the endpoint that it had reached then or, before routing, for the run of the pipeline.
/// </summary>
internal sealed record RequestMark(ILinkErrorsMetadata Metadata, Endpoint? Endpoint, PipelineRun Run)
{
    public static void Set(HttpContext context, ILinkErrorsMetadata metadata) =>
        context.Features.Set(new RequestMark(metadata, context.GetEndpoint(), PipelineRun.Read(context)));

    /// <summary>What was said of this endpoint or run; null when nothing was.</summary>
    public static ILinkErrorsMetadata? Find(HttpContext context) =>
        context.Features.Find<RequestMark>() is { } mark && mark.HoldsFor(context) ? mark.Metadata : null;

    private bool HoldsFor(HttpContext context) =>
        Endpoint is null ? Run == PipelineRun.Read(context) : ReferenceEquals(Endpoint, context.GetEndpoint());
}
