using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Shared;

/// <summary>One log entry.</summary>
public sealed record LogEntry(string Category, LogLevel Level, EventId EventId, string Text, Exception? Exception);
