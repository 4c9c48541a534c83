namespace LinkErrors.Benchmarks;

/// <summary>Who listens to a contender while it answers.</summary>
internal enum Listening
{
    /// <summary>Nobody.</summary>
    Off,

    /// <summary>Somebody to the counter.</summary>
    ToMetrics,

    /// <summary>A sink to the log at Information.</summary>
    ToLog,
}
