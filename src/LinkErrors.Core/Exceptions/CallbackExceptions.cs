namespace LinkErrors.Exceptions;

/// <summary>The errors of callbacks and redirect URIs: catch it to handle them all.</summary>
public abstract class CallbackException : LinkException
{
    private protected CallbackException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected CallbackException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Authorization code missing (<see cref="LinkErrorCodes.CallbackCodeMissing"/>): the provider sent the browser back without an authorization code and without an error.</summary>
public sealed class CallbackCodeMissingException : CallbackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public CallbackCodeMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.CallbackCodeMissing, debugMessage, innerException)
    {
    }

    internal CallbackCodeMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>State missing (<see cref="LinkErrorCodes.CallbackStateMissing"/>): the callback, or the start of the login flow, carries no state, so it cannot be tied to the browser that began.</summary>
public sealed class CallbackStateMissingException : CallbackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public CallbackStateMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.CallbackStateMissing, debugMessage, innerException)
    {
    }

    internal CallbackStateMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>State invalid (<see cref="LinkErrorCodes.CallbackStateInvalid"/>): the state was changed, belongs to another browser or session, or its cookie was lost.</summary>
public sealed class CallbackStateInvalidException : CallbackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public CallbackStateInvalidException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.CallbackStateInvalid, debugMessage, innerException)
    {
    }

    internal CallbackStateInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Callback URL missing (<see cref="LinkErrorCodes.CallbackUrlMissing"/>): the login flow was started without the URL to return to.</summary>
public sealed class CallbackUrlMissingException : CallbackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public CallbackUrlMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.CallbackUrlMissing, debugMessage, innerException)
    {
    }

    internal CallbackUrlMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Callback URL not allowed (<see cref="LinkErrorCodes.CallbackUrlInvalid"/>): the callback URL is malformed or does not belong to a registered domain.</summary>
public sealed class CallbackUrlInvalidException : CallbackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public CallbackUrlInvalidException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.CallbackUrlInvalid, debugMessage, innerException)
    {
    }

    internal CallbackUrlInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Redirect URI missing (<see cref="LinkErrorCodes.RedirectUriMissing"/>): No redirect URI was sent, and none can be derived from the client registration.</summary>
public sealed class RedirectUriMissingException : CallbackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public RedirectUriMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.RedirectUriMissing, debugMessage, innerException)
    {
    }

    internal RedirectUriMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Code challenge missing (<see cref="LinkErrorCodes.CodeChallengeMissing"/>): the flow needs proof key for code exchange (RFC 7636), but the request has no code challenge.</summary>
public sealed class CodeChallengeMissingException : CallbackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public CodeChallengeMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.CodeChallengeMissing, debugMessage, innerException)
    {
    }

    internal CodeChallengeMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Code challenge invalid (<see cref="LinkErrorCodes.CodeChallengeInvalid"/>): the verifier of the callback step does not hash to the challenge that began the flow (RFC 7636 section 4.6).</summary>
public sealed class CodeChallengeInvalidException : CallbackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public CodeChallengeInvalidException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.CodeChallengeInvalid, debugMessage, innerException)
    {
    }

    internal CodeChallengeInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
