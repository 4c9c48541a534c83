using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>
/// An event handler has taken the response over. Its word is final for this run of the pipeline: a status that it left
/// without a body is answered by no other middleware of ours.
/// </summary>
internal sealed record HandledResponse(PipelineRun Run)
{
    public static void Set(HttpContext context) => context.Features.Set(new HandledResponse(PipelineRun.Read(context)));

    public static bool IsSet(HttpContext context) =>
        context.Features.Find<HandledResponse>() is { } handled && handled.Run == PipelineRun.Read(context);
}
