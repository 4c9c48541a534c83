using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>Whether a response can still become another one.</summary>
internal static class ResponseBody
{
    /// <summary>Whether it has started, or has bytes in its writer that nobody can take back.</summary>
    public static bool HasBegun(HttpResponse response) =>
        response.HasStarted || response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 };
}
