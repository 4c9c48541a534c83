using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Metadata;

/// <summary>
/// Which run of the pipeline a request is in. <c>UseExceptionHandler</c> and status code pages run it once more for another
/// path, and what was said of the first run does not hold for that one.
/// </summary>
internal readonly record struct PipelineRun(IExceptionHandlerFeature? ExceptionHandler, IStatusCodeReExecuteFeature? StatusCodePages)
{
    public static PipelineRun Read(HttpContext context) =>
        new(context.Features.Find<IExceptionHandlerFeature>(), context.Features.Find<IStatusCodeReExecuteFeature>());
}
