namespace LinkErrors.Exceptions;

/// <summary>The errors of sessions: catch it to handle them all.</summary>
public abstract class SessionException : LinkException
{
    private protected SessionException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected SessionException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Session identifier missing (<see cref="LinkErrorCodes.SessionIdMissing"/>): the link session was created without an identifier: a fault of the service, not of the user.</summary>
public sealed class SessionIdMissingException : SessionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SessionIdMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.SessionIdMissing, debugMessage, innerException)
    {
    }

    internal SessionIdMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Session not found (<see cref="LinkErrorCodes.SessionMissing"/>): No session has the identifier that was given.</summary>
public sealed class SessionMissingException : SessionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SessionMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.SessionMissing, debugMessage, innerException)
    {
    }

    internal SessionMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Session not verified (<see cref="LinkErrorCodes.SessionNotVerified"/>): the session exists, but its verification was not completed correctly.</summary>
public sealed class SessionNotVerifiedException : SessionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SessionNotVerifiedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.SessionNotVerified, debugMessage, innerException)
    {
    }

    internal SessionNotVerifiedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Session expired (<see cref="LinkErrorCodes.SessionExpired"/>): the session or the protected state of the flow is older than its lifetime.</summary>
public sealed class SessionExpiredException : SessionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SessionExpiredException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.SessionExpired, debugMessage, innerException)
    {
    }

    internal SessionExpiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Session not active (<see cref="LinkErrorCodes.SessionInactive"/>): the session is not active yet, or was ended.</summary>
public sealed class SessionInactiveException : SessionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SessionInactiveException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.SessionInactive, debugMessage, innerException)
    {
    }

    internal SessionInactiveException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Session invalid (<see cref="LinkErrorCodes.SessionInvalid"/>): the session does not match the data that was sent to activate it.</summary>
public sealed class SessionInvalidException : SessionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SessionInvalidException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.SessionInvalid, debugMessage, innerException)
    {
    }

    internal SessionInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Session could not be started (<see cref="LinkErrorCodes.SessionInitializationFailed"/>): the link token could not be validated because of an unknown error upstream.</summary>
public sealed class SessionInitializationFailedException : SessionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SessionInitializationFailedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.SessionInitializationFailed, debugMessage, innerException)
    {
    }

    internal SessionInitializationFailedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
