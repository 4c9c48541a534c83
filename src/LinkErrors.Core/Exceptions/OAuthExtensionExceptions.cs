using LinkErrors.Model;

namespace LinkErrors.Exceptions;

/// <summary>The errors of extensions of OAuth 2.0: catch it to handle them all.</summary>
public abstract class OAuthExtensionException : LinkException
{
    private protected OAuthExtensionException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected OAuthExtensionException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Token type not supported (<see cref="LinkErrorCodes.UnsupportedTokenType"/>): the revocation endpoint does not revoke the presented type of token (RFC 7009 section 2.2.1).</summary>
public sealed class UnsupportedTokenTypeException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnsupportedTokenTypeException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.UnsupportedTokenType, debugMessage, innerException)
    {
    }

    internal UnsupportedTokenTypeException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Redirect URI not allowed (<see cref="LinkErrorCodes.InvalidRedirectUri"/>): the redirect URI does not equal a registered one (RFC 6749 section 3.1.2.4), or cannot be registered (RFC 7591 section 3.2.2).</summary>
public sealed class InvalidRedirectUriException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidRedirectUriException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidRedirectUri, debugMessage, innerException)
    {
    }

    internal InvalidRedirectUriException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Client metadata invalid (<see cref="LinkErrorCodes.InvalidClientMetadata"/>): a value of the client registration was rejected (RFC 7591 section 3.2.2).</summary>
public sealed class InvalidClientMetadataException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidClientMetadataException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidClientMetadata, debugMessage, innerException)
    {
    }

    internal InvalidClientMetadataException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Software statement invalid (<see cref="LinkErrorCodes.InvalidSoftwareStatement"/>): the software statement of the client registration cannot be verified (RFC 7591 section 3.2.2).</summary>
public sealed class InvalidSoftwareStatementException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidSoftwareStatementException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidSoftwareStatement, debugMessage, innerException)
    {
    }

    internal InvalidSoftwareStatementException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Software statement not approved (<see cref="LinkErrorCodes.UnapprovedSoftwareStatement"/>): the software statement is genuine, but this server does not accept its issuer (RFC 7591 section 3.2.2).</summary>
public sealed class UnapprovedSoftwareStatementException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnapprovedSoftwareStatementException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.UnapprovedSoftwareStatement, debugMessage, innerException)
    {
    }

    internal UnapprovedSoftwareStatementException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Authorization pending (<see cref="LinkErrorCodes.AuthorizationPending"/>): the device may go on polling (RFC 8628 section 3.5).</summary>
public sealed class AuthorizationPendingException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public AuthorizationPendingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.AuthorizationPending, debugMessage, innerException)
    {
    }

    internal AuthorizationPendingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Polling too fast (<see cref="LinkErrorCodes.SlowDown"/>): authorization is pending and the polling interval must grow by five seconds (RFC 8628 section 3.5).</summary>
public sealed class SlowDownException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="retryAfter">How long to wait, sent as <c>Retry-After</c> in whole seconds; null when unknown.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SlowDownException(TimeSpan? retryAfter = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.SlowDown) { RetryAfter = retryAfter }, debugMessage, innerException)
    {
    }

    internal SlowDownException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Device code expired (<see cref="LinkErrorCodes.ExpiredToken"/>): the device authorization was not completed in time (RFC 8628 section 3.5).</summary>
public sealed class ExpiredTokenException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ExpiredTokenException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.ExpiredToken, debugMessage, innerException)
    {
    }

    internal ExpiredTokenException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Resource not allowed (<see cref="LinkErrorCodes.InvalidTarget"/>): the resource parameter does not name a resource that the grant is good for (RFC 8707 section 2).</summary>
public sealed class InvalidTargetException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidTargetException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidTarget, debugMessage, innerException)
    {
    }

    internal InvalidTargetException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Authorization details invalid (<see cref="LinkErrorCodes.InvalidAuthorizationDetails"/>): the authorization_details parameter is malformed or of an unknown type (RFC 9396 section 5).</summary>
public sealed class InvalidAuthorizationDetailsException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidAuthorizationDetailsException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidAuthorizationDetails, debugMessage, innerException)
    {
    }

    internal InvalidAuthorizationDetailsException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>DPoP proof invalid (<see cref="LinkErrorCodes.InvalidDPoPProof"/>): the proof of possession is missing, malformed, replayed or made with another key (RFC 9449 section 5).</summary>
public sealed class InvalidDPoPProofException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidDPoPProofException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidDPoPProof, debugMessage, innerException)
    {
    }

    internal InvalidDPoPProofException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>DPoP nonce required (<see cref="LinkErrorCodes.UseDPoPNonce"/>): the server wants its own nonce, sent in the DPoP-Nonce header, in the proof (RFC 9449 section 8).</summary>
public sealed class UseDPoPNonceException : OAuthExtensionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="nonce">The nonce for the next proof, sent as <c>DPoP-Nonce</c> (RFC 9449 section 8).</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UseDPoPNonceException(string? nonce = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.UseDPoPNonce) { Data = LinkErrorData.Create("dpop_nonce", nonce) }, debugMessage, innerException)
    {
    }

    /// <summary>The nonce for the next proof; null when it was not given.</summary>
    public string? Nonce => LinkErrorData.GetString(Error.Data, "dpop_nonce");

    internal UseDPoPNonceException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
