using LinkErrors.Metadata;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>
/// One error on its way to its answer, with all that every step goes by. Made once, by the handler, whatever the entry point:
/// nobody reads the settings, the mark of the endpoint or the event handlers a second time, and finds others.
/// </summary>
internal sealed record LinkErrorOccurrence
{
    public required HttpContext HttpContext { get; init; }

    public required LinkError Error { get; init; }

    /// <summary>The exception that the error came from; null when it was returned.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Whether nothing and nobody has recognised the exception: no mapping, not the library.</summary>
    public bool IsUnrecognized { get; init; }

    /// <summary>Whether nobody expected this: an exception that nobody recognised, and for which no event handler has found another error.</summary>
    public bool IsUnexpected => IsUnrecognized && Error.Code == LinkErrorCodes.ServerError;

    public required LinkEndpoint Endpoint { get; init; }

    public required LinkErrorsSettings Settings { get; init; }

    /// <summary>Null when the application has none.</summary>
    public LinkErrorsEvents? Events { get; init; }

    /// <summary>Why the event handlers of the application, and with them the answer as it should be, cannot be had; null when nothing is in the way.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether the response was on its way with its status, so that the headers which belong to that status stay.</summary>
    public bool KeepsStatusHeaders { get; init; }

    /// <summary>What the endpoint said itself in the shape of a dialect; null for nothing.</summary>
    public ReturnedMembers? Members { get; init; }
}
