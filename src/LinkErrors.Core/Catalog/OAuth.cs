using LinkErrors.Exceptions;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidRequest"/>.</summary>
        public const string InvalidRequest = "invalid_request";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UnauthorizedClient"/>.</summary>
        public const string UnauthorizedClient = "unauthorized_client";

        /// <summary>The code of <see cref="LinkErrorDefinitions.AccessDenied"/>.</summary>
        public const string AccessDenied = "access_denied";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UnsupportedResponseType"/>.</summary>
        public const string UnsupportedResponseType = "unsupported_response_type";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidScope"/>.</summary>
        public const string InvalidScope = "invalid_scope";

        /// <summary>The code of <see cref="LinkErrorDefinitions.ServerError"/>.</summary>
        public const string ServerError = "server_error";

        /// <summary>The code of <see cref="LinkErrorDefinitions.TemporarilyUnavailable"/>.</summary>
        public const string TemporarilyUnavailable = "temporarily_unavailable";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidClient"/>.</summary>
        public const string InvalidClient = "invalid_client";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidGrant"/>.</summary>
        public const string InvalidGrant = "invalid_grant";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UnsupportedGrantType"/>.</summary>
        public const string UnsupportedGrantType = "unsupported_grant_type";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidRequest"/>.</summary>
        public static LinkErrorDefinition InvalidRequest { get; } = new(LinkErrorCodes.InvalidRequest)
        {
            Family = OAuths,
            Title = "Invalid request",
            Message = "The request is malformed or lacks a required parameter.",
            Description = "A required parameter is missing, repeated or malformed (RFC 6749 section 4.1.2.1).",
            Causes = ["A parameter is misspelled or encoded twice.", "The request was assembled by hand."],
            Action = "Correct the request; do not repeat it unchanged.",
            ExceptionFactory = static (error, innerException) => new InvalidRequestException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UnauthorizedClient"/>.</summary>
        public static LinkErrorDefinition UnauthorizedClient { get; } = new(LinkErrorCodes.UnauthorizedClient)
        {
            Family = OAuths,
            Title = "Client not authorized",
            Message = "The client may not use this grant or response type.",
            Description = "The client is known, but its registration does not allow this way of getting a token (RFC 6749 section 5.2).",
            Causes = ["The grant or response type is not switched on in the registration of the client."],
            Action = "Change the registration, or use a grant that it allows.",
            OAuthCode = LinkErrorCodes.UnauthorizedClient,
            UpstreamCode = LinkErrorCodes.ProviderError,
            ExceptionFactory = static (error, innerException) => new UnauthorizedClientException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.AccessDenied"/>.</summary>
        public static LinkErrorDefinition AccessDenied { get; } = new(LinkErrorCodes.AccessDenied)
        {
            Family = OAuths,
            Title = "Access denied",
            Message = "The request was denied.",
            Description = "The user or the authorization server said no (RFC 6749 section 4.1.2.1).",
            Causes = ["The user pressed Cancel or Deny.", "A policy of the server or of the organization of the user forbids it."],
            Action = "Explain why access is needed and offer to try again.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.AccessDenied,
            IsDenial = true,
            UpstreamCode = LinkErrorCodes.AccessDenied,
            IsSafeToRedirect = true,
            ExceptionFactory = static (error, innerException) => new AccessDeniedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UnsupportedResponseType"/>.</summary>
        public static LinkErrorDefinition UnsupportedResponseType { get; } = new(LinkErrorCodes.UnsupportedResponseType)
        {
            Family = OAuths,
            Title = "Response type not supported",
            Message = "The response type is not supported.",
            Description = "The authorization server cannot answer with this response type (RFC 6749 section 4.1.2.1).",
            Causes = ["The client asks for a token directly, which servers stop to offer."],
            Action = "Use a supported response type, usually code.",
            OAuthCode = LinkErrorCodes.UnsupportedResponseType,
            ExceptionFactory = static (error, innerException) => new UnsupportedResponseTypeException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidScope"/>.</summary>
        public static LinkErrorDefinition InvalidScope { get; } = new(LinkErrorCodes.InvalidScope)
        {
            Family = OAuths,
            Title = "Invalid scope",
            Message = "The requested scope is unknown, malformed or not allowed.",
            Description = "At least one requested scope does not exist, or the client may not ask for it (RFC 6749 section 4.1.2.1).",
            Causes = ["A scope is misspelled, or separated by commas instead of spaces.", "It was not enabled for the client."],
            Action = "Ask for scopes that exist and that the client may have.",
            OAuthCode = LinkErrorCodes.InvalidScope,
            ExceptionFactory = static (error, innerException) => new InvalidScopeException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.ServerError"/>.</summary>
        public static LinkErrorDefinition ServerError { get; } = new(LinkErrorCodes.ServerError)
        {
            Family = OAuths,
            Title = "Unexpected error",
            Message = "An unexpected error occurred.",
            Description = "The service met a condition that it did not expect. Its cause is in its log under the reference.",
            Causes = ["A fault in the service or in something that it depends on."],
            Action = "Retry later with growing delays; report the reference if it persists.",
            StatusCode = 500,
            OAuthCode = LinkErrorCodes.ServerError,
            IsTransient = true,
            ExceptionFactory = static (error, innerException) => new ServerErrorException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.TemporarilyUnavailable"/>.</summary>
        public static LinkErrorDefinition TemporarilyUnavailable { get; } = new(LinkErrorCodes.TemporarilyUnavailable)
        {
            Family = OAuths,
            Title = "Temporarily unavailable",
            Message = "The service is temporarily unavailable.",
            Description = "The service is overloaded or under maintenance (RFC 6749 section 4.1.2.1).",
            Causes = ["The service is being updated, or has more requests than it can serve."],
            Action = "Wait, then retry.",
            StatusCode = 503,
            OAuthCode = LinkErrorCodes.TemporarilyUnavailable,
            IsTransient = true,
            IsSafeToRedirect = true,
            ExceptionFactory = static (error, innerException) => new TemporarilyUnavailableException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidClient"/>.</summary>
        public static LinkErrorDefinition InvalidClient { get; } = new(LinkErrorCodes.InvalidClient)
        {
            Family = OAuths,
            Title = "Client authentication failed",
            Message = "Client authentication failed.",
            Description = "The client is unknown, sent no credentials or the wrong ones (RFC 6749 section 5.2).",
            Causes = ["The secret was rotated or mistyped.", "The client authenticates by header where the server expects it in the form, or the other way round."],
            Action = "Check client identifier, secret and authentication method.",
            StatusCode = 401,
            OAuthCode = LinkErrorCodes.InvalidClient,
            MayRedirect = false,
            // Our own credentials were refused, not the user's: nothing that deleting the link would mend.
            UpstreamCode = LinkErrorCodes.ProviderError,
            ExceptionFactory = static (error, innerException) => new InvalidClientException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidGrant"/>.</summary>
        public static LinkErrorDefinition InvalidGrant { get; } = new(LinkErrorCodes.InvalidGrant)
        {
            Family = OAuths,
            Title = "Invalid grant",
            Message = "The grant is invalid, expired, revoked or was already used.",
            Description = "The authorization code, refresh token or assertion cannot be used, or belongs to another client (RFC 6749 section 5.2).",
            Causes = ["A code was used twice or too late, or with another redirect URI.", "A refresh token was revoked or replaced."],
            Action = "Start the flow again to get a new grant.",
            OAuthCode = LinkErrorCodes.InvalidGrant,
            UpstreamCode = LinkErrorCodes.ProviderTokenRejected,
            ExceptionFactory = static (error, innerException) => new InvalidGrantException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UnsupportedGrantType"/>.</summary>
        public static LinkErrorDefinition UnsupportedGrantType { get; } = new(LinkErrorCodes.UnsupportedGrantType)
        {
            Family = OAuths,
            Title = "Grant type not supported",
            Message = "The grant type is not supported.",
            Description = "The token endpoint does not know the grant type (RFC 6749 section 5.2).",
            Causes = ["The parameter grant_type is misspelled, or the grant is not offered."],
            Action = "Use a supported grant type.",
            OAuthCode = LinkErrorCodes.UnsupportedGrantType,
            ExceptionFactory = static (error, innerException) => new UnsupportedGrantTypeException(null, innerException) { Error = error },
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
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of OAuth 2.0 (RFC 6749): catch it to handle them all.</summary>
    public abstract class OAuthException : LinkException
    {
        private protected OAuthException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidRequest"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidRequestException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.InvalidRequest, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnauthorizedClient"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnauthorizedClientException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.UnauthorizedClient, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.AccessDenied"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class AccessDeniedException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.AccessDenied, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnsupportedResponseType"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnsupportedResponseTypeException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.UnsupportedResponseType, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidScope"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidScopeException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.InvalidScope, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ServerError"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ServerErrorException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.ServerError, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.TemporarilyUnavailable"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class TemporarilyUnavailableException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.TemporarilyUnavailable, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidClient"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidClientException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.InvalidClient, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidGrant"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidGrantException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.InvalidGrant, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnsupportedGrantType"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnsupportedGrantTypeException(string? debugMessage = null, Exception? innerException = null)
        : OAuthException(LinkErrorDefinitions.UnsupportedGrantType, debugMessage, innerException);
}
