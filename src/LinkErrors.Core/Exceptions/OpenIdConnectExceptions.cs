namespace LinkErrors.Exceptions;

/// <summary>The errors of OpenID Connect: catch it to handle them all.</summary>
public abstract class OpenIdConnectException : LinkException
{
    private protected OpenIdConnectException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected OpenIdConnectException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Interaction required (<see cref="LinkErrorCodes.InteractionRequired"/>): the request forbids a user interface, but the service needs one (OpenID Connect Core section 3.1.2.6).</summary>
public sealed class InteractionRequiredException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InteractionRequiredException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InteractionRequired, debugMessage, innerException)
    {
    }

    internal InteractionRequiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Login required (<see cref="LinkErrorCodes.LoginRequired"/>): the request forbids a user interface, but the user is not signed in (OpenID Connect Core section 3.1.2.6).</summary>
public sealed class LoginRequiredException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LoginRequiredException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.LoginRequired, debugMessage, innerException)
    {
    }

    internal LoginRequiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Account selection required (<see cref="LinkErrorCodes.AccountSelectionRequired"/>): the user is signed in with several accounts and must select one (OpenID Connect Core section 3.1.2.6).</summary>
public sealed class AccountSelectionRequiredException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public AccountSelectionRequiredException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.AccountSelectionRequired, debugMessage, innerException)
    {
    }

    internal AccountSelectionRequiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Consent required (<see cref="LinkErrorCodes.ConsentRequired"/>): the request forbids a user interface, but consent is missing (OpenID Connect Core section 3.1.2.6).</summary>
public sealed class ConsentRequiredException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ConsentRequiredException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.ConsentRequired, debugMessage, innerException)
    {
    }

    internal ConsentRequiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Request URI invalid (<see cref="LinkErrorCodes.InvalidRequestUri"/>): the request_uri returned an error or invalid data, or has expired (OpenID Connect Core section 3.1.2.6, RFC 9126).</summary>
public sealed class InvalidRequestUriException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidRequestUriException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidRequestUri, debugMessage, innerException)
    {
    }

    internal InvalidRequestUriException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Request object invalid (<see cref="LinkErrorCodes.InvalidRequestObject"/>): the signed request object cannot be parsed or verified (OpenID Connect Core section 3.1.2.6, RFC 9101).</summary>
public sealed class InvalidRequestObjectException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidRequestObjectException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidRequestObject, debugMessage, innerException)
    {
    }

    internal InvalidRequestObjectException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Request object not supported (<see cref="LinkErrorCodes.RequestNotSupported"/>): the server does not take request objects by value (OpenID Connect Core section 3.1.2.6).</summary>
public sealed class RequestNotSupportedException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public RequestNotSupportedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.RequestNotSupported, debugMessage, innerException)
    {
    }

    internal RequestNotSupportedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Request URI not supported (<see cref="LinkErrorCodes.RequestUriNotSupported"/>): the server does not take request objects by reference (OpenID Connect Core section 3.1.2.6).</summary>
public sealed class RequestUriNotSupportedException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public RequestUriNotSupportedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.RequestUriNotSupported, debugMessage, innerException)
    {
    }

    internal RequestUriNotSupportedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Registration not supported (<see cref="LinkErrorCodes.RegistrationNotSupported"/>): the server does not register clients within a request (OpenID Connect Core section 3.1.2.6).</summary>
public sealed class RegistrationNotSupportedException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public RegistrationNotSupportedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.RegistrationNotSupported, debugMessage, innerException)
    {
    }

    internal RegistrationNotSupportedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Authentication requirements unmet (<see cref="LinkErrorCodes.UnmetAuthenticationRequirements"/>): the essential authentication context that the client asked for was not reached (OpenID Connect Unmet Authentication Requirements 1.0).</summary>
public sealed class UnmetAuthenticationRequirementsException : OpenIdConnectException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnmetAuthenticationRequirementsException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.UnmetAuthenticationRequirements, debugMessage, innerException)
    {
    }

    internal UnmetAuthenticationRequirementsException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
