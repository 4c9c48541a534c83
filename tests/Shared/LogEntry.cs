using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Shared;

/// <summary>One log entry.</summary>
public sealed record LogEntry(string Category, LogLevel Level, EventId EventId, string Text, Exception? Exception)
{
    /// <summary>What the line has by name, the values of the scopes around it included.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}
