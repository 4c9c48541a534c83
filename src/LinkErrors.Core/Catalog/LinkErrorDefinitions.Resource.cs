using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Access token invalid: <see cref="LinkErrorCodes.InvalidToken"/>. The access token of the request cannot be used (RFC 6750 section 3.1).</summary>
    public static LinkErrorDefinition InvalidToken { get; } = new(LinkErrorCodes.InvalidToken)
    {
        Title = "Access token invalid",
        Message = "The access token is missing, expired, revoked or malformed.",
        Description = "The access token of the request cannot be used (RFC 6750 section 3.1).",
        Action = "Refresh the token and try again.",
        StatusCode = 401,
        OAuthCode = LinkErrorCodes.InvalidToken,
        ExceptionFactory = static (error, innerException) => new InvalidTokenException(error, innerException),
    };

    /// <summary>Insufficient scope: <see cref="LinkErrorCodes.InsufficientScope"/>. The token is valid, but was not granted every needed scope (RFC 6750 section 3.1).</summary>
    public static LinkErrorDefinition InsufficientScope { get; } = new(LinkErrorCodes.InsufficientScope)
    {
        Title = "Insufficient scope",
        Message = "The access token lacks a scope that this operation needs.",
        Description = "The token is valid, but was not granted every needed scope (RFC 6750 section 3.1).",
        Action = "Authorize again with the missing scope.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.InsufficientScope,
        ExceptionFactory = static (error, innerException) => new InsufficientScopeException(error, innerException),
    };

    /// <summary>Stronger sign-in required: <see cref="LinkErrorCodes.InsufficientUserAuthentication"/>. The sign-in behind the token is too old or too weak for this operation (RFC 9470 section 3).</summary>
    public static LinkErrorDefinition InsufficientUserAuthentication { get; } = new(LinkErrorCodes.InsufficientUserAuthentication)
    {
        Title = "Stronger sign-in required",
        Message = "The user must authenticate again, or more strongly.",
        Description = "The sign-in behind the token is too old or too weak for this operation (RFC 9470 section 3).",
        Action = "Authorize again with the acr_values or max_age of the challenge.",
        StatusCode = 401,
        OAuthCode = LinkErrorCodes.InsufficientUserAuthentication,
        ExceptionFactory = static (error, innerException) => new InsufficientUserAuthenticationException(error, innerException),
    };

    /// <summary>Forbidden: <see cref="LinkErrorCodes.Forbidden"/>. Token and scope are fine, but a rule of the service denies the action.</summary>
    public static LinkErrorDefinition Forbidden { get; } = new(LinkErrorCodes.Forbidden)
    {
        Title = "Forbidden",
        Message = "This action is not allowed.",
        Description = "Token and scope are fine, but a rule of the service denies the action.",
        Action = "Do not retry; the user must change the context.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new ForbiddenException(error, innerException),
    };

    /// <summary>Not found: <see cref="LinkErrorCodes.NotFound"/>. The resource does not exist, or this user may not see it.</summary>
    public static LinkErrorDefinition NotFound { get; } = new(LinkErrorCodes.NotFound)
    {
        Title = "Not found",
        Message = "The resource was not found.",
        Description = "The resource does not exist, or this user may not see it.",
        Action = "Check the identifier and the permissions of the user.",
        StatusCode = 404,
        ExceptionFactory = static (error, innerException) => new NotFoundException(error, innerException),
    };

    /// <summary>Conflict: <see cref="LinkErrorCodes.Conflict"/>. An idempotency key was used twice, or the resource has changed meanwhile.</summary>
    public static LinkErrorDefinition Conflict { get; } = new(LinkErrorCodes.Conflict)
    {
        Title = "Conflict",
        Message = "The request conflicts with the current state.",
        Description = "An idempotency key was used twice, or the resource has changed meanwhile.",
        Action = "Read the resource again, then retry with a new key.",
        StatusCode = 409,
        ExceptionFactory = static (error, innerException) => new ConflictException(error, innerException),
    };

    /// <summary>Cannot be processed: <see cref="LinkErrorCodes.UnprocessableEntity"/>. The content of the request breaks a rule of the service.</summary>
    public static LinkErrorDefinition UnprocessableEntity { get; } = new(LinkErrorCodes.UnprocessableEntity)
    {
        Title = "Cannot be processed",
        Message = "The request is well-formed, but its content is not valid.",
        Description = "The content of the request breaks a rule of the service.",
        Action = "Correct the content; data may name the fields.",
        StatusCode = 422,
        ExceptionFactory = static (error, innerException) => new UnprocessableEntityException(error, innerException),
    };

    /// <summary>Too many requests: <see cref="LinkErrorCodes.RateLimited"/>. The client has used up its share of requests.</summary>
    public static LinkErrorDefinition RateLimited { get; } = new(LinkErrorCodes.RateLimited)
    {
        Title = "Too many requests",
        Message = "Too many requests.",
        Description = "The client has used up its share of requests.",
        Action = "Wait for the time in Retry-After, then retry.",
        StatusCode = 429,
        OAuthCode = LinkErrorCodes.TemporarilyUnavailable,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new RateLimitedException(error, innerException),
    };

    /// <summary>Too many attempts: <see cref="LinkErrorCodes.TooManyRequests"/>. Too many logins or verifications were tried; the service protects the account.</summary>
    public static LinkErrorDefinition TooManyRequests { get; } = new(LinkErrorCodes.TooManyRequests)
    {
        Title = "Too many attempts",
        Message = "Too many attempts were made in a short time.",
        Description = "Too many logins or verifications were tried; the service protects the account.",
        Action = "Wait, then try again.",
        StatusCode = 429,
        OAuthCode = LinkErrorCodes.TemporarilyUnavailable,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new TooManyRequestsException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> ResourceFamily { get; } =
    [
        InvalidToken,
        InsufficientScope,
        InsufficientUserAuthentication,
        Forbidden,
        NotFound,
        Conflict,
        UnprocessableEntity,
        RateLimited,
        TooManyRequests,
    ];
}
