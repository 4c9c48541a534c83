using Microsoft.Extensions.Logging;

namespace LinkErrors.Benchmarks;

/// <summary>The line of the hand-written contenders.</summary>
internal static partial class BenchmarkLog
{
    [LoggerMessage(1, LogLevel.Information, "Link error {Code} was answered with {Status} in {TraceId}")]
    public static partial void Answered(ILogger logger, string code, int status, string traceId);
}
