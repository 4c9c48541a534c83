using LinkErrors.Exceptions;
using LinkErrors.Model;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.UnsupportedTokenType"/>.</summary>
        public const string UnsupportedTokenType = "unsupported_token_type";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidRedirectUri"/>.</summary>
        public const string InvalidRedirectUri = "invalid_redirect_uri";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidClientMetadata"/>.</summary>
        public const string InvalidClientMetadata = "invalid_client_metadata";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidSoftwareStatement"/>.</summary>
        public const string InvalidSoftwareStatement = "invalid_software_statement";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UnapprovedSoftwareStatement"/>.</summary>
        public const string UnapprovedSoftwareStatement = "unapproved_software_statement";

        /// <summary>The code of <see cref="LinkErrorDefinitions.AuthorizationPending"/>.</summary>
        public const string AuthorizationPending = "authorization_pending";

        /// <summary>The code of <see cref="LinkErrorDefinitions.SlowDown"/>.</summary>
        public const string SlowDown = "slow_down";

        /// <summary>The code of <see cref="LinkErrorDefinitions.ExpiredToken"/>.</summary>
        public const string ExpiredToken = "expired_token";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidTarget"/>.</summary>
        public const string InvalidTarget = "invalid_target";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidAuthorizationDetails"/>.</summary>
        public const string InvalidAuthorizationDetails = "invalid_authorization_details";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidDPoPProof"/>.</summary>
        public const string InvalidDPoPProof = "invalid_dpop_proof";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UseDPoPNonce"/>.</summary>
        public const string UseDPoPNonce = "use_dpop_nonce";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.UnsupportedTokenType"/>.</summary>
        public static LinkErrorDefinition UnsupportedTokenType { get; } = new(LinkErrorCodes.UnsupportedTokenType)
        {
            Family = OAuthExtensions,
            Title = "Token type not supported",
            Message = "Tokens of this type cannot be revoked here.",
            Description = "The revocation endpoint does not revoke the presented type of token (RFC 7009 section 2.2.1).",
            Causes = ["The server gives out access tokens that it cannot revoke."],
            Action = "Let the token expire, or revoke the refresh token.",
            OAuthCode = LinkErrorCodes.UnsupportedTokenType,
            ExceptionFactory = static (error, innerException) => new UnsupportedTokenTypeException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidRedirectUri"/>.</summary>
        public static LinkErrorDefinition InvalidRedirectUri { get; } = new(LinkErrorCodes.InvalidRedirectUri)
        {
            Family = OAuthExtensions,
            Title = "Redirect URI not allowed",
            Message = "The redirect_uri is not registered for this client.",
            Description = "The redirect URI does not equal a registered one (RFC 6749 section 3.1.2.4), or cannot be registered (RFC 7591 section 3.2.2).",
            Causes = ["The URI differs in a letter, a port or a slash.", "It has a fragment, or no allowed scheme."],
            Action = "Register the exact URI, or send a registered one.",
            OAuthCode = LinkErrorCodes.InvalidRedirectUri,
            MayRedirect = false,
            ExceptionFactory = static (error, innerException) => new InvalidRedirectUriException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidClientMetadata"/>.</summary>
        public static LinkErrorDefinition InvalidClientMetadata { get; } = new(LinkErrorCodes.InvalidClientMetadata)
        {
            Family = OAuthExtensions,
            Title = "Client metadata invalid",
            Message = "The client metadata is not valid.",
            Description = "A value of the client registration was rejected (RFC 7591 section 3.2.2).",
            Causes = ["A value is malformed, or two values contradict each other."],
            Action = "Correct the registration request.",
            OAuthCode = LinkErrorCodes.InvalidClientMetadata,
            ExceptionFactory = static (error, innerException) => new InvalidClientMetadataException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidSoftwareStatement"/>.</summary>
        public static LinkErrorDefinition InvalidSoftwareStatement { get; } = new(LinkErrorCodes.InvalidSoftwareStatement)
        {
            Family = OAuthExtensions,
            Title = "Software statement invalid",
            Message = "The software statement is not valid.",
            Description = "The software statement of the client registration cannot be verified (RFC 7591 section 3.2.2).",
            Causes = ["Its signature does not verify, or it has expired."],
            Action = "Get a new software statement.",
            OAuthCode = LinkErrorCodes.InvalidSoftwareStatement,
            ExceptionFactory = static (error, innerException) => new InvalidSoftwareStatementException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UnapprovedSoftwareStatement"/>.</summary>
        public static LinkErrorDefinition UnapprovedSoftwareStatement { get; } = new(LinkErrorCodes.UnapprovedSoftwareStatement)
        {
            Family = OAuthExtensions,
            Title = "Software statement not approved",
            Message = "The software statement is not approved here.",
            Description = "The software statement is genuine, but this server does not accept its issuer (RFC 7591 section 3.2.2).",
            Causes = ["The issuer of the statement is not on the list of the server."],
            Action = "Use a software statement of an approved issuer.",
            OAuthCode = LinkErrorCodes.UnapprovedSoftwareStatement,
            ExceptionFactory = static (error, innerException) => new UnapprovedSoftwareStatementException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.AuthorizationPending"/>.</summary>
        public static LinkErrorDefinition AuthorizationPending { get; } = new(LinkErrorCodes.AuthorizationPending)
        {
            Family = OAuthExtensions,
            Title = "Authorization pending",
            Message = "The user has not completed the authorization yet.",
            Description = "The device may go on polling (RFC 8628 section 3.5).",
            Causes = ["The user has not confirmed on the other device yet."],
            Action = "Poll again after the interval.",
            OAuthCode = LinkErrorCodes.AuthorizationPending,
            IsTransient = true,
            ExceptionFactory = static (error, innerException) => new AuthorizationPendingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.SlowDown"/>.</summary>
        public static LinkErrorDefinition SlowDown { get; } = new(LinkErrorCodes.SlowDown)
        {
            Family = OAuthExtensions,
            Title = "Polling too fast",
            Message = "The client polls too often.",
            Description = "Authorization is pending and the polling interval must grow by five seconds (RFC 8628 section 3.5).",
            Causes = ["The device polls more often than interval allows."],
            Action = "Add five seconds to the interval, then poll again.",
            OAuthCode = LinkErrorCodes.SlowDown,
            IsTransient = true,
            ExceptionFactory = static (error, innerException) => new SlowDownException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.ExpiredToken"/>.</summary>
        public static LinkErrorDefinition ExpiredToken { get; } = new(LinkErrorCodes.ExpiredToken)
        {
            Family = OAuthExtensions,
            Title = "Device code expired",
            Message = "The device code has expired.",
            Description = "The device authorization was not completed in time (RFC 8628 section 3.5).",
            Causes = ["The user did not enter the code within expires_in seconds."],
            Action = "Start a new device authorization.",
            OAuthCode = LinkErrorCodes.ExpiredToken,
            ExceptionFactory = static (error, innerException) => new ExpiredTokenException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidTarget"/>.</summary>
        public static LinkErrorDefinition InvalidTarget { get; } = new(LinkErrorCodes.InvalidTarget)
        {
            Family = OAuthExtensions,
            Title = "Resource not allowed",
            Message = "The requested resource is unknown, malformed or not allowed.",
            Description = "The resource parameter does not name a resource that the grant is good for (RFC 8707 section 2).",
            Causes = ["The resource is unknown to the server, or the grant was made for another one."],
            Action = "Ask for the resource that the grant was issued for.",
            OAuthCode = LinkErrorCodes.InvalidTarget,
            ExceptionFactory = static (error, innerException) => new InvalidTargetException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidAuthorizationDetails"/>.</summary>
        public static LinkErrorDefinition InvalidAuthorizationDetails { get; } = new(LinkErrorCodes.InvalidAuthorizationDetails)
        {
            Family = OAuthExtensions,
            Title = "Authorization details invalid",
            Message = "The authorization details are not valid.",
            Description = "The authorization_details parameter is malformed or of an unknown type (RFC 9396 section 5).",
            Causes = ["A type is misspelled, or a required member of it is missing."],
            Action = "Correct the authorization details.",
            OAuthCode = LinkErrorCodes.InvalidAuthorizationDetails,
            ExceptionFactory = static (error, innerException) => new InvalidAuthorizationDetailsException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidDPoPProof"/>.</summary>
        public static LinkErrorDefinition InvalidDPoPProof { get; } = new(LinkErrorCodes.InvalidDPoPProof)
        {
            Family = OAuthExtensions,
            Title = "DPoP proof invalid",
            Message = "The DPoP proof is not valid.",
            Description = "The proof of possession is missing, malformed, replayed or made with another key (RFC 9449 section 5).",
            Causes = ["The proof was made for another URL or method, or sent twice.", "The clock of the client is wrong."],
            Action = "Make a new proof for this very request.",
            OAuthCode = LinkErrorCodes.InvalidDPoPProof,
            ExceptionFactory = static (error, innerException) => new InvalidDPoPProofException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UseDPoPNonce"/>.</summary>
        public static LinkErrorDefinition UseDPoPNonce { get; } = new(LinkErrorCodes.UseDPoPNonce)
        {
            Family = OAuthExtensions,
            Title = "DPoP nonce required",
            Message = "The DPoP proof must contain the nonce of the server.",
            Description = "The server wants its own nonce, sent in the DPoP-Nonce header, in the proof (RFC 9449 section 8).",
            Causes = ["It is the first request to this server, or the nonce was renewed."],
            Action = "Repeat the request with the nonce in a new proof.",
            OAuthCode = LinkErrorCodes.UseDPoPNonce,
            IsTransient = true,
            ExceptionFactory = static (error, innerException) => new UseDPoPNonceException(null, innerException) { Error = error },
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
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of extensions of OAuth 2.0: catch it to handle them all.</summary>
    public abstract class OAuthExtensionException : LinkException
    {
        private protected OAuthExtensionException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnsupportedTokenType"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnsupportedTokenTypeException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.UnsupportedTokenType, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidRedirectUri"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidRedirectUriException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.InvalidRedirectUri, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidClientMetadata"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidClientMetadataException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.InvalidClientMetadata, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidSoftwareStatement"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidSoftwareStatementException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.InvalidSoftwareStatement, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnapprovedSoftwareStatement"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnapprovedSoftwareStatementException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.UnapprovedSoftwareStatement, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.AuthorizationPending"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class AuthorizationPendingException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.AuthorizationPending, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.SlowDown"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class SlowDownException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.SlowDown, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ExpiredToken"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ExpiredTokenException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.ExpiredToken, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidTarget"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidTargetException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.InvalidTarget, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidAuthorizationDetails"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidAuthorizationDetailsException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.InvalidAuthorizationDetails, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidDPoPProof"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidDPoPProofException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.InvalidDPoPProof, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UseDPoPNonce"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UseDPoPNonceException(string? debugMessage = null, Exception? innerException = null)
        : OAuthExtensionException(LinkErrorDefinitions.UseDPoPNonce, debugMessage, innerException)
    {
        /// <summary>The nonce, sent in the <c>DPoP-Nonce</c> header; null when it was not given.</summary>
        public string? Nonce { get => LinkErrorData.GetString(Error.Data, "dpop_nonce"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "dpop_nonce", value) }; }
    }
}
