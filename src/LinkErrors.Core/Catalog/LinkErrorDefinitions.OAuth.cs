using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Invalid request: <see cref="LinkErrorCodes.InvalidRequest"/>. A required parameter is missing, repeated or malformed (RFC 6749 section 4.1.2.1).</summary>
    public static LinkErrorDefinition InvalidRequest { get; } = new(LinkErrorCodes.InvalidRequest)
    {
        Title = "Invalid request",
        Message = "The request is malformed or lacks a required parameter.",
        Description = "A required parameter is missing, repeated or malformed (RFC 6749 section 4.1.2.1).",
        Action = "Correct the request; do not repeat it unchanged.",
        ExceptionFactory = static (error, innerException) => new InvalidRequestException(error, innerException),
    };

    /// <summary>Client not authorized: <see cref="LinkErrorCodes.UnauthorizedClient"/>. The client is known, but its registration does not allow this way of getting a token (RFC 6749 section 5.2).</summary>
    public static LinkErrorDefinition UnauthorizedClient { get; } = new(LinkErrorCodes.UnauthorizedClient)
    {
        Title = "Client not authorized",
        Message = "The client may not use this grant or response type.",
        Description = "The client is known, but its registration does not allow this way of getting a token (RFC 6749 section 5.2).",
        Action = "Change the registration, or use a grant that it allows.",
        OAuthCode = LinkErrorCodes.UnauthorizedClient,
        ExceptionFactory = static (error, innerException) => new UnauthorizedClientException(error, innerException),
    };

    /// <summary>Access denied: <see cref="LinkErrorCodes.AccessDenied"/>. The user or the authorization server said no (RFC 6749 section 4.1.2.1).</summary>
    public static LinkErrorDefinition AccessDenied { get; } = new(LinkErrorCodes.AccessDenied)
    {
        Title = "Access denied",
        Message = "The request was denied.",
        Description = "The user or the authorization server said no (RFC 6749 section 4.1.2.1).",
        Action = "Explain why access is needed and offer to try again.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new AccessDeniedException(error, innerException),
    };

    /// <summary>Response type not supported: <see cref="LinkErrorCodes.UnsupportedResponseType"/>. The authorization server cannot answer with this response type (RFC 6749 section 4.1.2.1).</summary>
    public static LinkErrorDefinition UnsupportedResponseType { get; } = new(LinkErrorCodes.UnsupportedResponseType)
    {
        Title = "Response type not supported",
        Message = "The response type is not supported.",
        Description = "The authorization server cannot answer with this response type (RFC 6749 section 4.1.2.1).",
        Action = "Use a supported response type, usually code.",
        OAuthCode = LinkErrorCodes.UnsupportedResponseType,
        ExceptionFactory = static (error, innerException) => new UnsupportedResponseTypeException(error, innerException),
    };

    /// <summary>Invalid scope: <see cref="LinkErrorCodes.InvalidScope"/>. At least one requested scope does not exist, or the client may not ask for it (RFC 6749 section 4.1.2.1).</summary>
    public static LinkErrorDefinition InvalidScope { get; } = new(LinkErrorCodes.InvalidScope)
    {
        Title = "Invalid scope",
        Message = "The requested scope is unknown, malformed or not allowed.",
        Description = "At least one requested scope does not exist, or the client may not ask for it (RFC 6749 section 4.1.2.1).",
        Action = "Ask for scopes that exist and that the client may have.",
        OAuthCode = LinkErrorCodes.InvalidScope,
        ExceptionFactory = static (error, innerException) => new InvalidScopeException(error, innerException),
    };

    /// <summary>Unexpected error: <see cref="LinkErrorCodes.ServerError"/>. The service met a condition that it did not expect. Its cause is in its log under the reference.</summary>
    public static LinkErrorDefinition ServerError { get; } = new(LinkErrorCodes.ServerError)
    {
        Title = "Unexpected error",
        Message = "An unexpected error occurred.",
        Description = "The service met a condition that it did not expect. Its cause is in its log under the reference.",
        Action = "Retry later with growing delays; report the reference if it persists.",
        StatusCode = 500,
        OAuthCode = LinkErrorCodes.ServerError,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new ServerErrorException(error, innerException),
    };

    /// <summary>Temporarily unavailable: <see cref="LinkErrorCodes.TemporarilyUnavailable"/>. The service is overloaded or under maintenance (RFC 6749 section 4.1.2.1).</summary>
    public static LinkErrorDefinition TemporarilyUnavailable { get; } = new(LinkErrorCodes.TemporarilyUnavailable)
    {
        Title = "Temporarily unavailable",
        Message = "The service is temporarily unavailable.",
        Description = "The service is overloaded or under maintenance (RFC 6749 section 4.1.2.1).",
        Action = "Wait, then retry.",
        StatusCode = 503,
        OAuthCode = LinkErrorCodes.TemporarilyUnavailable,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new TemporarilyUnavailableException(error, innerException),
    };

    /// <summary>Client authentication failed: <see cref="LinkErrorCodes.InvalidClient"/>. The client is unknown, sent no credentials or the wrong ones (RFC 6749 section 5.2).</summary>
    public static LinkErrorDefinition InvalidClient { get; } = new(LinkErrorCodes.InvalidClient)
    {
        Title = "Client authentication failed",
        Message = "Client authentication failed.",
        Description = "The client is unknown, sent no credentials or the wrong ones (RFC 6749 section 5.2).",
        Action = "Check client identifier, secret and authentication method.",
        StatusCode = 401,
        OAuthCode = LinkErrorCodes.InvalidClient,
        MayRedirect = false,
        ExceptionFactory = static (error, innerException) => new InvalidClientException(error, innerException),
    };

    /// <summary>Invalid grant: <see cref="LinkErrorCodes.InvalidGrant"/>. The authorization code, refresh token or assertion cannot be used, or belongs to another client (RFC 6749 section 5.2).</summary>
    public static LinkErrorDefinition InvalidGrant { get; } = new(LinkErrorCodes.InvalidGrant)
    {
        Title = "Invalid grant",
        Message = "The grant is invalid, expired, revoked or was already used.",
        Description = "The authorization code, refresh token or assertion cannot be used, or belongs to another client (RFC 6749 section 5.2).",
        Action = "Start the flow again to get a new grant.",
        OAuthCode = LinkErrorCodes.InvalidGrant,
        ExceptionFactory = static (error, innerException) => new InvalidGrantException(error, innerException),
    };

    /// <summary>Grant type not supported: <see cref="LinkErrorCodes.UnsupportedGrantType"/>. The token endpoint does not know the grant type (RFC 6749 section 5.2).</summary>
    public static LinkErrorDefinition UnsupportedGrantType { get; } = new(LinkErrorCodes.UnsupportedGrantType)
    {
        Title = "Grant type not supported",
        Message = "The grant type is not supported.",
        Description = "The token endpoint does not know the grant type (RFC 6749 section 5.2).",
        Action = "Use a supported grant type.",
        OAuthCode = LinkErrorCodes.UnsupportedGrantType,
        ExceptionFactory = static (error, innerException) => new UnsupportedGrantTypeException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> OAuthFamily { get; } =
    [
        InvalidRequest,
        UnauthorizedClient,
        AccessDenied,
        UnsupportedResponseType,
        InvalidScope,
        ServerError,
        TemporarilyUnavailable,
        InvalidClient,
        InvalidGrant,
        UnsupportedGrantType,
    ];
}
