using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Shared;

/// <summary>Keeps every log entry.</summary>
public sealed class LogRecorder : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyCollection<LogEntry> Entries => _entries;

    /// <summary>What the library logged, without what the host did.</summary>
    public IReadOnlyList<LogEntry> Own => [.. _entries.Where(entry => entry.Category.StartsWith("LinkErrors", StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private Dictionary<string, object?> Collect(object? state)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        _scopes?.ForEachScope(Add, values);
        Add(state, values);
        return values;
    }

    private static void Add(object? state, Dictionary<string, object?> values)
    {
        foreach ((string name, object? value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            values[name] = value;
        }
    }

    private sealed class Recorder(LogRecorder owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner._entries.Enqueue(new LogEntry(category, logLevel, eventId, formatter(state, exception), exception) { Values = owner.Collect(state) });
    }
}
