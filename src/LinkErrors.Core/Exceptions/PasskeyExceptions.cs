namespace LinkErrors.Exceptions;

/// <summary>The errors of passkeys: catch it to handle them all.</summary>
public abstract class PasskeyException : LinkException
{
    private protected PasskeyException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected PasskeyException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Passkey data missing (<see cref="LinkErrorCodes.PasskeyDataMissing"/>): the request does not name the passkey ceremony that it belongs to.</summary>
public sealed class PasskeyDataMissingException : PasskeyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public PasskeyDataMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.PasskeyDataMissing, debugMessage, innerException)
    {
    }

    internal PasskeyDataMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Passkey data expired (<see cref="LinkErrorCodes.PasskeyDataExpired"/>): the passkey ceremony took longer than its lifetime.</summary>
public sealed class PasskeyDataExpiredException : PasskeyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public PasskeyDataExpiredException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.PasskeyDataExpired, debugMessage, innerException)
    {
    }

    internal PasskeyDataExpiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Passkey data invalid (<see cref="LinkErrorCodes.PasskeyDataInvalid"/>): the data of the passkey ceremony cannot be verified.</summary>
public sealed class PasskeyDataInvalidException : PasskeyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public PasskeyDataInvalidException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.PasskeyDataInvalid, debugMessage, innerException)
    {
    }

    internal PasskeyDataInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Passkey of another organization (<see cref="LinkErrorCodes.PasskeyWrongOrganization"/>): the passkey was made for another organization, often because several share one login address.</summary>
public sealed class PasskeyWrongOrganizationException : PasskeyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public PasskeyWrongOrganizationException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.PasskeyWrongOrganization, debugMessage, innerException)
    {
    }

    internal PasskeyWrongOrganizationException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
