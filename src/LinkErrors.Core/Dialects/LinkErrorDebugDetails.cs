namespace LinkErrors.Dialects;

/// <summary>What developers see of an exception in a response, where debug details are switched on.</summary>
public sealed record LinkErrorDebugDetails
{
    /// <summary>Creates the details.</summary>
    /// <param name="exception">The type and the message of the exception.</param>
    /// <param name="traceback">The stack, a line each.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LinkErrorDebugDetails(string exception, IReadOnlyList<string> traceback)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(traceback);
        Exception = exception;
        Traceback = traceback;
    }

    /// <summary>The type and the message of the exception.</summary>
    public string Exception { get; }

    /// <summary>The stack, a line each.</summary>
    public IReadOnlyList<string> Traceback { get; }
}
