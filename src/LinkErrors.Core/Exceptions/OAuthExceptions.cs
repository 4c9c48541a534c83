namespace LinkErrors.Exceptions;

/// <summary>The errors of OAuth 2.0 (RFC 6749): catch it to handle them all.</summary>
public abstract class OAuthException : LinkException
{
    private protected OAuthException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected OAuthException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Invalid request (<see cref="LinkErrorCodes.InvalidRequest"/>): a required parameter is missing, repeated or malformed (RFC 6749 section 4.1.2.1).</summary>
public sealed class InvalidRequestException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidRequestException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidRequest, debugMessage, innerException)
    {
    }

    internal InvalidRequestException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Client not authorized (<see cref="LinkErrorCodes.UnauthorizedClient"/>): the client is known, but its registration does not allow this way of getting a token (RFC 6749 section 5.2).</summary>
public sealed class UnauthorizedClientException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnauthorizedClientException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.UnauthorizedClient, debugMessage, innerException)
    {
    }

    internal UnauthorizedClientException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Access denied (<see cref="LinkErrorCodes.AccessDenied"/>): the user or the authorization server said no (RFC 6749 section 4.1.2.1).</summary>
public sealed class AccessDeniedException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public AccessDeniedException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.AccessDenied, debugMessage, innerException)
    {
    }

    internal AccessDeniedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Response type not supported (<see cref="LinkErrorCodes.UnsupportedResponseType"/>): the authorization server cannot answer with this response type (RFC 6749 section 4.1.2.1).</summary>
public sealed class UnsupportedResponseTypeException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnsupportedResponseTypeException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.UnsupportedResponseType, debugMessage, innerException)
    {
    }

    internal UnsupportedResponseTypeException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Invalid scope (<see cref="LinkErrorCodes.InvalidScope"/>): at least one requested scope does not exist, or the client may not ask for it (RFC 6749 section 4.1.2.1).</summary>
public sealed class InvalidScopeException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="scopes">Every scope that the operation needs (RFC 6750 section 3).</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidScopeException(IEnumerable<string>? scopes = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.InvalidScope) { Scopes = [.. scopes ?? []] }, debugMessage, innerException)
    {
    }

    internal InvalidScopeException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Unexpected error (<see cref="LinkErrorCodes.ServerError"/>): the service met a condition that it did not expect. Its cause is in its log under the reference.</summary>
public sealed class ServerErrorException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ServerErrorException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.ServerError, debugMessage, innerException)
    {
    }

    internal ServerErrorException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Temporarily unavailable (<see cref="LinkErrorCodes.TemporarilyUnavailable"/>): the service is overloaded or under maintenance (RFC 6749 section 4.1.2.1).</summary>
public sealed class TemporarilyUnavailableException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="retryAfter">How long to wait, sent as <c>Retry-After</c> in whole seconds; null when unknown.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public TemporarilyUnavailableException(TimeSpan? retryAfter = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.TemporarilyUnavailable) { RetryAfter = retryAfter }, debugMessage, innerException)
    {
    }

    internal TemporarilyUnavailableException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Client authentication failed (<see cref="LinkErrorCodes.InvalidClient"/>): the client is unknown, sent no credentials or the wrong ones (RFC 6749 section 5.2).</summary>
public sealed class InvalidClientException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidClientException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidClient, debugMessage, innerException)
    {
    }

    internal InvalidClientException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Invalid grant (<see cref="LinkErrorCodes.InvalidGrant"/>): the authorization code, refresh token or assertion cannot be used, or belongs to another client (RFC 6749 section 5.2).</summary>
public sealed class InvalidGrantException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidGrantException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidGrant, debugMessage, innerException)
    {
    }

    internal InvalidGrantException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Grant type not supported (<see cref="LinkErrorCodes.UnsupportedGrantType"/>): the token endpoint does not know the grant type (RFC 6749 section 5.2).</summary>
public sealed class UnsupportedGrantTypeException : OAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnsupportedGrantTypeException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.UnsupportedGrantType, debugMessage, innerException)
    {
    }

    internal UnsupportedGrantTypeException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
