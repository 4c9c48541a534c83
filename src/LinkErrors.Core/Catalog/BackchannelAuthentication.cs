using LinkErrors.Exceptions;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.ExpiredLoginHintToken"/>.</summary>
        public const string ExpiredLoginHintToken = "expired_login_hint_token";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UnknownUserId"/>.</summary>
        public const string UnknownUserId = "unknown_user_id";

        /// <summary>The code of <see cref="LinkErrorDefinitions.MissingUserCode"/>.</summary>
        public const string MissingUserCode = "missing_user_code";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidUserCode"/>.</summary>
        public const string InvalidUserCode = "invalid_user_code";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidBindingMessage"/>.</summary>
        public const string InvalidBindingMessage = "invalid_binding_message";

        /// <summary>The code of <see cref="LinkErrorDefinitions.TransactionFailed"/>.</summary>
        public const string TransactionFailed = "transaction_failed";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.ExpiredLoginHintToken"/>.</summary>
        public static LinkErrorDefinition ExpiredLoginHintToken { get; } = new(LinkErrorCodes.ExpiredLoginHintToken)
        {
            Family = BackchannelAuthentications,
            Title = "Login hint token expired",
            Message = "The login hint token has expired.",
            Description = "The login_hint_token of the backchannel request is no longer valid (CIBA Core section 13).",
            Causes = ["The token was kept too long before it was used."],
            Action = "Get a new login hint token.",
            OAuthCode = LinkErrorCodes.ExpiredLoginHintToken,
            ExceptionFactory = static (error, innerException) => new ExpiredLoginHintTokenException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UnknownUserId"/>.</summary>
        public static LinkErrorDefinition UnknownUserId { get; } = new(LinkErrorCodes.UnknownUserId)
        {
            Family = BackchannelAuthentications,
            Title = "User not identified",
            Message = "The user could not be identified from the hint.",
            Description = "No user fits the hint of the backchannel request (CIBA Core section 13).",
            Causes = ["The hint is mistyped, or the user has no account here."],
            Action = "Check the hint.",
            OAuthCode = LinkErrorCodes.UnknownUserId,
            ExceptionFactory = static (error, innerException) => new UnknownUserIdException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.MissingUserCode"/>.</summary>
        public static LinkErrorDefinition MissingUserCode { get; } = new(LinkErrorCodes.MissingUserCode)
        {
            Family = BackchannelAuthentications,
            Title = "User code missing",
            Message = "The user code is required but missing.",
            Description = "The user protects backchannel requests with a secret code, and the request has none (CIBA Core section 13).",
            Causes = ["The client does not know that the user set a code."],
            Action = "Ask the user for the code.",
            OAuthCode = LinkErrorCodes.MissingUserCode,
            ExceptionFactory = static (error, innerException) => new MissingUserCodeException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidUserCode"/>.</summary>
        public static LinkErrorDefinition InvalidUserCode { get; } = new(LinkErrorCodes.InvalidUserCode)
        {
            Family = BackchannelAuthentications,
            Title = "User code invalid",
            Message = "The user code is not valid.",
            Description = "The secret code of the user is wrong (CIBA Core section 13).",
            Causes = ["The code was mistyped."],
            Action = "Ask the user for the code again.",
            OAuthCode = LinkErrorCodes.InvalidUserCode,
            ExceptionFactory = static (error, innerException) => new InvalidUserCodeException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidBindingMessage"/>.</summary>
        public static LinkErrorDefinition InvalidBindingMessage { get; } = new(LinkErrorCodes.InvalidBindingMessage)
        {
            Family = BackchannelAuthentications,
            Title = "Binding message invalid",
            Message = "The binding message cannot be shown.",
            Description = "The binding message is too long or has characters that a device cannot show (CIBA Core section 13).",
            Causes = ["The text holds line breaks, symbols or too many letters."],
            Action = "Use a short, plain binding message.",
            OAuthCode = LinkErrorCodes.InvalidBindingMessage,
            ExceptionFactory = static (error, innerException) => new InvalidBindingMessageException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.TransactionFailed"/>.</summary>
        public static LinkErrorDefinition TransactionFailed { get; } = new(LinkErrorCodes.TransactionFailed)
        {
            Family = BackchannelAuthentications,
            Title = "Transaction failed",
            Message = "The transaction failed unexpectedly.",
            Description = "The backchannel authentication ended with a fault of the server (CIBA Core section 11).",
            Causes = ["The authentication device could not be reached, or a service behind it failed."],
            Action = "Start a new backchannel request.",
            OAuthCode = LinkErrorCodes.TransactionFailed,
            IsTransient = true,
            ExceptionFactory = static (error, innerException) => new TransactionFailedException(null, innerException) { Error = error },
        };

        internal static IReadOnlyList<LinkErrorDefinition> BackchannelAuthenticationFamily { get; } =
        [
            ExpiredLoginHintToken,
            UnknownUserId,
            MissingUserCode,
            InvalidUserCode,
            InvalidBindingMessage,
            TransactionFailed,
        ];
    }
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of client-initiated backchannel authentication (CIBA): catch it to handle them all.</summary>
    public abstract class BackchannelAuthenticationException : LinkException
    {
        private protected BackchannelAuthenticationException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ExpiredLoginHintToken"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ExpiredLoginHintTokenException(string? debugMessage = null, Exception? innerException = null)
        : BackchannelAuthenticationException(LinkErrorDefinitions.ExpiredLoginHintToken, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnknownUserId"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnknownUserIdException(string? debugMessage = null, Exception? innerException = null)
        : BackchannelAuthenticationException(LinkErrorDefinitions.UnknownUserId, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.MissingUserCode"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class MissingUserCodeException(string? debugMessage = null, Exception? innerException = null)
        : BackchannelAuthenticationException(LinkErrorDefinitions.MissingUserCode, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidUserCode"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidUserCodeException(string? debugMessage = null, Exception? innerException = null)
        : BackchannelAuthenticationException(LinkErrorDefinitions.InvalidUserCode, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidBindingMessage"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidBindingMessageException(string? debugMessage = null, Exception? innerException = null)
        : BackchannelAuthenticationException(LinkErrorDefinitions.InvalidBindingMessage, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.TransactionFailed"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class TransactionFailedException(string? debugMessage = null, Exception? innerException = null)
        : BackchannelAuthenticationException(LinkErrorDefinitions.TransactionFailed, debugMessage, innerException);
}
