namespace LinkErrors.Exceptions;

/// <summary>The errors of link tokens: catch it to handle them all.</summary>
public abstract class LinkTokenException : LinkException
{
    private protected LinkTokenException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected LinkTokenException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Link token invalid (<see cref="LinkErrorCodes.LinkTokenInvalid"/>): the link token that starts the flow cannot be parsed, has a bad signature or was never issued.</summary>
public sealed class InvalidLinkTokenException : LinkTokenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidLinkTokenException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LinkTokenInvalid, debugMessage, innerException)
    {
    }

    internal InvalidLinkTokenException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Link token expired (<see cref="LinkErrorCodes.LinkTokenExpired"/>): the link token was valid once, but its lifetime ended before the flow was completed.</summary>
public sealed class LinkTokenExpiredException : LinkTokenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LinkTokenExpiredException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LinkTokenExpired, debugMessage, innerException)
    {
    }

    internal LinkTokenExpiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Link token already used (<see cref="LinkErrorCodes.LinkTokenConsumed"/>): a connection was already made with this link token, and a link token works once.</summary>
public sealed class LinkTokenConsumedException : LinkTokenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LinkTokenConsumedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LinkTokenConsumed, debugMessage, innerException)
    {
    }

    internal LinkTokenConsumedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Link token not validated (<see cref="LinkErrorCodes.LinkTokenNotValidated"/>): the flow went on before the link token had passed validation.</summary>
public sealed class LinkTokenNotValidatedException : LinkTokenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LinkTokenNotValidatedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LinkTokenNotValidated, debugMessage, innerException)
    {
    }

    internal LinkTokenNotValidatedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Link token missing (<see cref="LinkErrorCodes.LinkTokenMissing"/>): the request that starts the flow carries no link token, so no flow and no trusted target are known.</summary>
public sealed class LinkTokenMissingException : LinkTokenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LinkTokenMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LinkTokenMissing, debugMessage, innerException)
    {
    }

    internal LinkTokenMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
