using LinkErrors.Exceptions;
using LinkErrors.Model;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidToken"/>.</summary>
        public const string InvalidToken = "invalid_token";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InsufficientScope"/>.</summary>
        public const string InsufficientScope = "insufficient_scope";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InsufficientUserAuthentication"/>.</summary>
        public const string InsufficientUserAuthentication = "insufficient_user_authentication";

        /// <summary>The code of <see cref="LinkErrorDefinitions.Forbidden"/>.</summary>
        public const string Forbidden = "forbidden";

        /// <summary>The code of <see cref="LinkErrorDefinitions.NotFound"/>.</summary>
        public const string NotFound = "not_found";

        /// <summary>The code of <see cref="LinkErrorDefinitions.Conflict"/>.</summary>
        public const string Conflict = "conflict";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UnprocessableEntity"/>.</summary>
        public const string UnprocessableEntity = "unprocessable_entity";

        /// <summary>The code of <see cref="LinkErrorDefinitions.RateLimited"/>.</summary>
        public const string RateLimited = "rate_limited";

        /// <summary>The code of <see cref="LinkErrorDefinitions.TooManyRequests"/>.</summary>
        public const string TooManyRequests = "too_many_requests";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidToken"/>.</summary>
        public static LinkErrorDefinition InvalidToken { get; } = new(LinkErrorCodes.InvalidToken)
        {
            Family = Resources,
            Title = "Access token invalid",
            Message = "The access token is missing, expired, revoked or malformed.",
            Description = "The access token of the request cannot be used (RFC 6750 section 3.1).",
            Causes = ["It has expired or was revoked.", "It was issued by another server, or for another audience."],
            Action = "Refresh the token and try again.",
            StatusCode = 401,
            OAuthCode = LinkErrorCodes.InvalidToken,
            UpstreamCode = LinkErrorCodes.ProviderTokenRejected,
            ExceptionFactory = static (error, innerException) => new InvalidTokenException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InsufficientScope"/>.</summary>
        public static LinkErrorDefinition InsufficientScope { get; } = new(LinkErrorCodes.InsufficientScope)
        {
            Family = Resources,
            Title = "Insufficient scope",
            Message = "The access token lacks a scope that this operation needs.",
            Description = "The token is valid, but was not granted every needed scope (RFC 6750 section 3.1).",
            Causes = ["The token was requested before the operation needed the scope."],
            Action = "Authorize again with the missing scope.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.InsufficientScope,
            UpstreamCode = LinkErrorCodes.RequiredScopesNotGranted,
            ExceptionFactory = static (error, innerException) => new InsufficientScopeException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InsufficientUserAuthentication"/>.</summary>
        public static LinkErrorDefinition InsufficientUserAuthentication { get; } = new(LinkErrorCodes.InsufficientUserAuthentication)
        {
            Family = Resources,
            Title = "Stronger sign-in required",
            Message = "The user must authenticate again, or more strongly.",
            Description = "The sign-in behind the token is too old or too weak for this operation (RFC 9470 section 3).",
            Causes = ["The user signed in long ago, or with one factor where two are needed."],
            Action = "Authorize again with the acr_values or max_age of the challenge.",
            StatusCode = 401,
            OAuthCode = LinkErrorCodes.InsufficientUserAuthentication,
            ExceptionFactory = static (error, innerException) => new InsufficientUserAuthenticationException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.Forbidden"/>.</summary>
        public static LinkErrorDefinition Forbidden { get; } = new(LinkErrorCodes.Forbidden)
        {
            Family = Resources,
            Title = "Forbidden",
            Message = "This action is not allowed.",
            Description = "Token and scope are fine, but a rule of the service denies the action.",
            Causes = ["The account is suspended, or the plan of the user does not include the action."],
            Action = "Do not retry; the user must change the context.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.AccessDenied,
            ExceptionFactory = static (error, innerException) => new ForbiddenException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.NotFound"/>.</summary>
        public static LinkErrorDefinition NotFound { get; } = new(LinkErrorCodes.NotFound)
        {
            Family = Resources,
            Title = "Not found",
            Message = "The resource was not found.",
            Description = "The resource does not exist, or this user may not see it.",
            Causes = ["It was deleted, or the identifier belongs to another account."],
            Action = "Check the identifier and the permissions of the user.",
            StatusCode = 404,
            ExceptionFactory = static (error, innerException) => new NotFoundException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.Conflict"/>.</summary>
        public static LinkErrorDefinition Conflict { get; } = new(LinkErrorCodes.Conflict)
        {
            Family = Resources,
            Title = "Conflict",
            Message = "The request conflicts with the current state.",
            Description = "An idempotency key was used twice, or the resource has changed meanwhile.",
            Causes = ["Two requests change the same thing at once.", "A retry reuses a key with other content."],
            Action = "Read the resource again, then retry with a new key.",
            StatusCode = 409,
            ExceptionFactory = static (error, innerException) => new ConflictException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UnprocessableEntity"/>.</summary>
        public static LinkErrorDefinition UnprocessableEntity { get; } = new(LinkErrorCodes.UnprocessableEntity)
        {
            Family = Resources,
            Title = "Cannot be processed",
            Message = "The request is well-formed, but its content is not valid.",
            Description = "The content of the request breaks a rule of the service.",
            Causes = ["A value has the right form and is not acceptable, such as a date in the past."],
            Action = "Correct the content; data may name the fields.",
            StatusCode = 422,
            ExceptionFactory = static (error, innerException) => new UnprocessableEntityException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.RateLimited"/>.</summary>
        public static LinkErrorDefinition RateLimited { get; } = new(LinkErrorCodes.RateLimited)
        {
            Family = Resources,
            Title = "Too many requests",
            Message = "Too many requests.",
            Description = "The client has used up its share of requests.",
            Causes = ["A loop repeats requests without a pause.", "Several processes share one limit."],
            Action = "Wait for the time in Retry-After, then retry.",
            StatusCode = 429,
            OAuthCode = LinkErrorCodes.TemporarilyUnavailable,
            IsTransient = true,
            ExceptionFactory = static (error, innerException) => new RateLimitedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.TooManyRequests"/>.</summary>
        public static LinkErrorDefinition TooManyRequests { get; } = new(LinkErrorCodes.TooManyRequests)
        {
            Family = Resources,
            Title = "Too many attempts",
            Message = "Too many attempts were made in a short time.",
            Description = "Too many logins or verifications were tried; the service protects the account.",
            Causes = ["The password was tried too often.", "Somebody else tries to sign in to the account."],
            Action = "Wait, then try again.",
            StatusCode = 429,
            OAuthCode = LinkErrorCodes.TemporarilyUnavailable,
            IsTransient = true,
            ExceptionFactory = static (error, innerException) => new TooManyRequestsException(null, innerException) { Error = error },
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
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of protected resources and service calls: catch it to handle them all.</summary>
    public abstract class ResourceException : LinkException
    {
        private protected ResourceException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidToken"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidTokenException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.InvalidToken, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InsufficientScope"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InsufficientScopeException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.InsufficientScope, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InsufficientUserAuthentication"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InsufficientUserAuthenticationException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.InsufficientUserAuthentication, debugMessage, innerException)
    {
        /// <summary>The acceptable authentication context classes, separated by spaces; null for any.</summary>
        public string? AcrValues { get => LinkErrorData.GetString(Error.Data, "acr_values"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "acr_values", value) }; }

        /// <summary>How old the sign-in may be, sent in whole seconds; null for any age.</summary>
        public TimeSpan? MaxAge { get => LinkErrorData.GetSeconds(Error.Data, "max_age"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "max_age", value) }; }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.Forbidden"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ForbiddenException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.Forbidden, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.NotFound"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class NotFoundException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.NotFound, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.Conflict"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ConflictException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.Conflict, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnprocessableEntity"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnprocessableEntityException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.UnprocessableEntity, debugMessage, innerException)
    {
        /// <summary>The names of the fields, never their values; part of the public data. Empty when they were not given.</summary>
        public IReadOnlyList<string> Fields { get => LinkErrorData.GetStrings(Error.Data, "fields"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "fields", value) }; }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.RateLimited"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class RateLimitedException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.RateLimited, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.TooManyRequests"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class TooManyRequestsException(string? debugMessage = null, Exception? innerException = null)
        : ResourceException(LinkErrorDefinitions.TooManyRequests, debugMessage, innerException);
}
