namespace LinkErrors.Dialects;

/// <summary>What developers see of an exception in a response, where debug details are switched on.</summary>
/// <param name="Exception">The type and the message of the exception.</param>
/// <param name="Traceback">The stack, a line each.</param>
public sealed record LinkErrorDebugDetails(string Exception, IReadOnlyList<string> Traceback);
