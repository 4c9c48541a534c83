using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Token type not supported: <see cref="LinkErrorCodes.UnsupportedTokenType"/>. The revocation endpoint does not revoke the presented type of token (RFC 7009 section 2.2.1).</summary>
    public static LinkErrorDefinition UnsupportedTokenType { get; } = new(LinkErrorCodes.UnsupportedTokenType)
    {
        Title = "Token type not supported",
        Message = "Tokens of this type cannot be revoked here.",
        Description = "The revocation endpoint does not revoke the presented type of token (RFC 7009 section 2.2.1).",
        Action = "Let the token expire, or revoke the refresh token.",
        OAuthCode = LinkErrorCodes.UnsupportedTokenType,
        ExceptionFactory = static (error, innerException) => new UnsupportedTokenTypeException(error, innerException),
    };

    /// <summary>Redirect URI not allowed: <see cref="LinkErrorCodes.InvalidRedirectUri"/>. The redirect URI does not equal a registered one (RFC 6749 section 3.1.2.4), or cannot be registered (RFC 7591 section 3.2.2).</summary>
    public static LinkErrorDefinition InvalidRedirectUri { get; } = new(LinkErrorCodes.InvalidRedirectUri)
    {
        Title = "Redirect URI not allowed",
        Message = "The redirect_uri is not registered for this client.",
        Description = "The redirect URI does not equal a registered one (RFC 6749 section 3.1.2.4), or cannot be registered (RFC 7591 section 3.2.2).",
        Action = "Register the exact URI, or send a registered one.",
        OAuthCode = LinkErrorCodes.InvalidRedirectUri,
        MayRedirect = false,
        ExceptionFactory = static (error, innerException) => new InvalidRedirectUriException(error, innerException),
    };

    /// <summary>Client metadata invalid: <see cref="LinkErrorCodes.InvalidClientMetadata"/>. A value of the client registration was rejected (RFC 7591 section 3.2.2).</summary>
    public static LinkErrorDefinition InvalidClientMetadata { get; } = new(LinkErrorCodes.InvalidClientMetadata)
    {
        Title = "Client metadata invalid",
        Message = "The client metadata is not valid.",
        Description = "A value of the client registration was rejected (RFC 7591 section 3.2.2).",
        Action = "Correct the registration request.",
        OAuthCode = LinkErrorCodes.InvalidClientMetadata,
        ExceptionFactory = static (error, innerException) => new InvalidClientMetadataException(error, innerException),
    };

    /// <summary>Software statement invalid: <see cref="LinkErrorCodes.InvalidSoftwareStatement"/>. The software statement of the client registration cannot be verified (RFC 7591 section 3.2.2).</summary>
    public static LinkErrorDefinition InvalidSoftwareStatement { get; } = new(LinkErrorCodes.InvalidSoftwareStatement)
    {
        Title = "Software statement invalid",
        Message = "The software statement is not valid.",
        Description = "The software statement of the client registration cannot be verified (RFC 7591 section 3.2.2).",
        Action = "Get a new software statement.",
        OAuthCode = LinkErrorCodes.InvalidSoftwareStatement,
        ExceptionFactory = static (error, innerException) => new InvalidSoftwareStatementException(error, innerException),
    };

    /// <summary>Software statement not approved: <see cref="LinkErrorCodes.UnapprovedSoftwareStatement"/>. The software statement is genuine, but this server does not accept its issuer (RFC 7591 section 3.2.2).</summary>
    public static LinkErrorDefinition UnapprovedSoftwareStatement { get; } = new(LinkErrorCodes.UnapprovedSoftwareStatement)
    {
        Title = "Software statement not approved",
        Message = "The software statement is not approved here.",
        Description = "The software statement is genuine, but this server does not accept its issuer (RFC 7591 section 3.2.2).",
        Action = "Use a software statement of an approved issuer.",
        OAuthCode = LinkErrorCodes.UnapprovedSoftwareStatement,
        ExceptionFactory = static (error, innerException) => new UnapprovedSoftwareStatementException(error, innerException),
    };

    /// <summary>Authorization pending: <see cref="LinkErrorCodes.AuthorizationPending"/>. The device may go on polling (RFC 8628 section 3.5).</summary>
    public static LinkErrorDefinition AuthorizationPending { get; } = new(LinkErrorCodes.AuthorizationPending)
    {
        Title = "Authorization pending",
        Message = "The user has not completed the authorization yet.",
        Description = "The device may go on polling (RFC 8628 section 3.5).",
        Action = "Poll again after the interval.",
        OAuthCode = LinkErrorCodes.AuthorizationPending,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new AuthorizationPendingException(error, innerException),
    };

    /// <summary>Polling too fast: <see cref="LinkErrorCodes.SlowDown"/>. Authorization is pending and the polling interval must grow by five seconds (RFC 8628 section 3.5).</summary>
    public static LinkErrorDefinition SlowDown { get; } = new(LinkErrorCodes.SlowDown)
    {
        Title = "Polling too fast",
        Message = "The client polls too often.",
        Description = "Authorization is pending and the polling interval must grow by five seconds (RFC 8628 section 3.5).",
        Action = "Add five seconds to the interval, then poll again.",
        OAuthCode = LinkErrorCodes.SlowDown,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new SlowDownException(error, innerException),
    };

    /// <summary>Device code expired: <see cref="LinkErrorCodes.ExpiredToken"/>. The device authorization was not completed in time (RFC 8628 section 3.5).</summary>
    public static LinkErrorDefinition ExpiredToken { get; } = new(LinkErrorCodes.ExpiredToken)
    {
        Title = "Device code expired",
        Message = "The device code has expired.",
        Description = "The device authorization was not completed in time (RFC 8628 section 3.5).",
        Action = "Start a new device authorization.",
        OAuthCode = LinkErrorCodes.ExpiredToken,
        ExceptionFactory = static (error, innerException) => new ExpiredTokenException(error, innerException),
    };

    /// <summary>Resource not allowed: <see cref="LinkErrorCodes.InvalidTarget"/>. The resource parameter does not name a resource that the grant is good for (RFC 8707 section 2).</summary>
    public static LinkErrorDefinition InvalidTarget { get; } = new(LinkErrorCodes.InvalidTarget)
    {
        Title = "Resource not allowed",
        Message = "The requested resource is unknown, malformed or not allowed.",
        Description = "The resource parameter does not name a resource that the grant is good for (RFC 8707 section 2).",
        Action = "Ask for the resource that the grant was issued for.",
        OAuthCode = LinkErrorCodes.InvalidTarget,
        ExceptionFactory = static (error, innerException) => new InvalidTargetException(error, innerException),
    };

    /// <summary>Authorization details invalid: <see cref="LinkErrorCodes.InvalidAuthorizationDetails"/>. The authorization_details parameter is malformed or of an unknown type (RFC 9396 section 5).</summary>
    public static LinkErrorDefinition InvalidAuthorizationDetails { get; } = new(LinkErrorCodes.InvalidAuthorizationDetails)
    {
        Title = "Authorization details invalid",
        Message = "The authorization details are not valid.",
        Description = "The authorization_details parameter is malformed or of an unknown type (RFC 9396 section 5).",
        Action = "Correct the authorization details.",
        OAuthCode = LinkErrorCodes.InvalidAuthorizationDetails,
        ExceptionFactory = static (error, innerException) => new InvalidAuthorizationDetailsException(error, innerException),
    };

    /// <summary>DPoP proof invalid: <see cref="LinkErrorCodes.InvalidDPoPProof"/>. The proof of possession is missing, malformed, replayed or made with another key (RFC 9449 section 5).</summary>
    public static LinkErrorDefinition InvalidDPoPProof { get; } = new(LinkErrorCodes.InvalidDPoPProof)
    {
        Title = "DPoP proof invalid",
        Message = "The DPoP proof is not valid.",
        Description = "The proof of possession is missing, malformed, replayed or made with another key (RFC 9449 section 5).",
        Action = "Make a new proof for this very request.",
        OAuthCode = LinkErrorCodes.InvalidDPoPProof,
        ExceptionFactory = static (error, innerException) => new InvalidDPoPProofException(error, innerException),
    };

    /// <summary>DPoP nonce required: <see cref="LinkErrorCodes.UseDPoPNonce"/>. The server wants its own nonce, sent in the DPoP-Nonce header, in the proof (RFC 9449 section 8).</summary>
    public static LinkErrorDefinition UseDPoPNonce { get; } = new(LinkErrorCodes.UseDPoPNonce)
    {
        Title = "DPoP nonce required",
        Message = "The DPoP proof must contain the nonce of the server.",
        Description = "The server wants its own nonce, sent in the DPoP-Nonce header, in the proof (RFC 9449 section 8).",
        Action = "Repeat the request with the nonce in a new proof.",
        OAuthCode = LinkErrorCodes.UseDPoPNonce,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new UseDPoPNonceException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> OAuthExtensionFamily { get; } =
    [
        UnsupportedTokenType,
        InvalidRedirectUri,
        InvalidClientMetadata,
        InvalidSoftwareStatement,
        UnapprovedSoftwareStatement,
        AuthorizationPending,
        SlowDown,
        ExpiredToken,
        InvalidTarget,
        InvalidAuthorizationDetails,
        InvalidDPoPProof,
        UseDPoPNonce,
    ];
}
