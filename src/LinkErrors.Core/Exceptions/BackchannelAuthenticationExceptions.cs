namespace LinkErrors.Exceptions;

/// <summary>The errors of client-initiated backchannel authentication (CIBA): catch it to handle them all.</summary>
public abstract class BackchannelAuthenticationException : LinkException
{
    private protected BackchannelAuthenticationException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected BackchannelAuthenticationException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Login hint token expired (<see cref="LinkErrorCodes.ExpiredLoginHintToken"/>): the login_hint_token of the backchannel request is no longer valid (CIBA Core section 13).</summary>
public sealed class ExpiredLoginHintTokenException : BackchannelAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ExpiredLoginHintTokenException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.ExpiredLoginHintToken, debugMessage, innerException)
    {
    }

    internal ExpiredLoginHintTokenException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>User not identified (<see cref="LinkErrorCodes.UnknownUserId"/>): No user fits the hint of the backchannel request (CIBA Core section 13).</summary>
public sealed class UnknownUserIdException : BackchannelAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnknownUserIdException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.UnknownUserId, debugMessage, innerException)
    {
    }

    internal UnknownUserIdException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>User code missing (<see cref="LinkErrorCodes.MissingUserCode"/>): the user protects backchannel requests with a secret code, and the request has none (CIBA Core section 13).</summary>
public sealed class MissingUserCodeException : BackchannelAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public MissingUserCodeException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.MissingUserCode, debugMessage, innerException)
    {
    }

    internal MissingUserCodeException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>User code invalid (<see cref="LinkErrorCodes.InvalidUserCode"/>): the secret code of the user is wrong (CIBA Core section 13).</summary>
public sealed class InvalidUserCodeException : BackchannelAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidUserCodeException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidUserCode, debugMessage, innerException)
    {
    }

    internal InvalidUserCodeException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Binding message invalid (<see cref="LinkErrorCodes.InvalidBindingMessage"/>): the binding message is too long or has characters that a device cannot show (CIBA Core section 13).</summary>
public sealed class InvalidBindingMessageException : BackchannelAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidBindingMessageException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidBindingMessage, debugMessage, innerException)
    {
    }

    internal InvalidBindingMessageException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Transaction failed (<see cref="LinkErrorCodes.TransactionFailed"/>): the backchannel authentication ended with a fault of the server (CIBA Core section 11).</summary>
public sealed class TransactionFailedException : BackchannelAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public TransactionFailedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.TransactionFailed, debugMessage, innerException)
    {
    }

    internal TransactionFailedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
