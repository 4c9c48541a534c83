namespace LinkErrors.Exceptions;

/// <summary>The errors of login attempts: catch it to handle them all.</summary>
public abstract class LoginAttemptException : LinkException
{
    private protected LoginAttemptException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected LoginAttemptException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Login attempt missing (<see cref="LinkErrorCodes.LoginAttemptMissing"/>): the request does not name the login attempt that it belongs to.</summary>
public sealed class LoginAttemptMissingException : LoginAttemptException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LoginAttemptMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LoginAttemptMissing, debugMessage, innerException)
    {
    }

    internal LoginAttemptMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Login attempt expired (<see cref="LinkErrorCodes.LoginAttemptExpired"/>): the login attempt was not finished within its lifetime.</summary>
public sealed class LoginAttemptExpiredException : LoginAttemptException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LoginAttemptExpiredException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LoginAttemptExpired, debugMessage, innerException)
    {
    }

    internal LoginAttemptExpiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Login attempt invalid (<see cref="LinkErrorCodes.LoginAttemptInvalid"/>): the login attempt is unknown, was used already or belongs to someone else.</summary>
public sealed class LoginAttemptInvalidException : LoginAttemptException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LoginAttemptInvalidException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LoginAttemptInvalid, debugMessage, innerException)
    {
    }

    internal LoginAttemptInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Captcha not solved (<see cref="LinkErrorCodes.CaptchaInvalid"/>): the proof that a human is present was missing or wrong.</summary>
public sealed class CaptchaInvalidException : LoginAttemptException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public CaptchaInvalidException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.CaptchaInvalid, debugMessage, innerException)
    {
    }

    internal CaptchaInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
