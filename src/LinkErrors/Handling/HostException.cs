using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Handling;

/// <summary>
/// An exception that a handler of <c>OnMappingException</c> left to the host. It passes every other entry point of ours on its
/// way there, at times inside another exception, and none of them asks again.
/// </summary>
internal sealed record HostException(Exception Root, PipelineRun Run)
{
    public static void Set(HttpContext context, Exception exception) =>
        context.Features.Set(new HostException(exception.GetBaseException(), PipelineRun.Read(context)));

    public static bool IsSet(HttpContext context, Exception exception) =>
        context.Features.Find<HostException>() is { } host
        && ReferenceEquals(host.Root, exception.GetBaseException())
        && host.Run == PipelineRun.Read(context);
}
