using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>
/// An event handler is being asked, or has taken the response over. Its word is final for this run of the pipeline: a status that
/// it left without a body, and problem details that it writes, are answered by nothing else of ours.
/// </summary>
internal sealed record HandledResponse(PipelineRun Run)
{
    public static void Set(HttpContext context) => context.Features.Set(new HandledResponse(PipelineRun.Read(context)));

    public static void Clear(HttpContext context) => context.Features.Set<HandledResponse>(null);

    public static bool IsSet(HttpContext context) =>
        context.Features.Find<HandledResponse>() is { } handled && handled.Run == PipelineRun.Read(context);
}
