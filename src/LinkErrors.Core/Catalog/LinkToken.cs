using LinkErrors.Exceptions;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.LinkTokenInvalid"/>.</summary>
        public const string LinkTokenInvalid = "link_token_invalid";

        /// <summary>The code of <see cref="LinkErrorDefinitions.LinkTokenExpired"/>.</summary>
        public const string LinkTokenExpired = "link_token_expired";

        /// <summary>The code of <see cref="LinkErrorDefinitions.LinkTokenConsumed"/>.</summary>
        public const string LinkTokenConsumed = "link_token_consumed";

        /// <summary>The code of <see cref="LinkErrorDefinitions.LinkTokenNotValidated"/>.</summary>
        public const string LinkTokenNotValidated = "link_token_not_validated";

        /// <summary>The code of <see cref="LinkErrorDefinitions.LinkTokenMissing"/>.</summary>
        public const string LinkTokenMissing = "link_token_missing";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.LinkTokenInvalid"/>.</summary>
        public static LinkErrorDefinition LinkTokenInvalid { get; } = new(LinkErrorCodes.LinkTokenInvalid)
        {
            Family = LinkTokens,
            Title = "Link token invalid",
            Message = "The link token is invalid or malformed.",
            Description = "The link token that starts the flow cannot be parsed, has a bad signature or was never issued.",
            Causes = ["The token was cut or changed on its way, for example by an e-mail program that breaks long lines.", "It was made by another environment, such as a sandbox."],
            Action = "Create a new link token and start the flow again.",
            OAuthCode = LinkErrorCodes.InvalidGrant,
            ExceptionFactory = static (error, innerException) => new InvalidLinkTokenException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.LinkTokenExpired"/>.</summary>
        public static LinkErrorDefinition LinkTokenExpired { get; } = new(LinkErrorCodes.LinkTokenExpired)
        {
            Family = LinkTokens,
            Title = "Link token expired",
            Message = "The link token has expired.",
            Description = "The link token was valid once, but its lifetime ended before the flow was completed.",
            Causes = ["The user opened the link late, or left the page open.", "The clocks of the services differ."],
            Action = "Create a new link token and start the flow again.",
            OAuthCode = LinkErrorCodes.InvalidGrant,
            ExceptionFactory = static (error, innerException) => new LinkTokenExpiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.LinkTokenConsumed"/>.</summary>
        public static LinkErrorDefinition LinkTokenConsumed { get; } = new(LinkErrorCodes.LinkTokenConsumed)
        {
            Family = LinkTokens,
            Title = "Link token already used",
            Message = "The link token has already been used.",
            Description = "A connection was already made with this link token, and a link token works once.",
            Causes = ["The user pressed Back or opened the same link in a second tab.", "A program that checks links opened it before the user did."],
            Action = "Create a new link token if the user wants another connection.",
            OAuthCode = LinkErrorCodes.InvalidGrant,
            ExceptionFactory = static (error, innerException) => new LinkTokenConsumedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.LinkTokenNotValidated"/>.</summary>
        public static LinkErrorDefinition LinkTokenNotValidated { get; } = new(LinkErrorCodes.LinkTokenNotValidated)
        {
            Family = LinkTokens,
            Title = "Link token not validated",
            Message = "The link token has not been validated yet.",
            Description = "The flow went on before the link token had passed validation.",
            Causes = ["A step of the flow was called directly, without the one in front of it.", "The answer of the validation was not awaited."],
            Action = "Validate the link token first, then continue the flow.",
            OAuthCode = LinkErrorCodes.InvalidGrant,
            ExceptionFactory = static (error, innerException) => new LinkTokenNotValidatedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.LinkTokenMissing"/>.</summary>
        public static LinkErrorDefinition LinkTokenMissing { get; } = new(LinkErrorCodes.LinkTokenMissing)
        {
            Family = LinkTokens,
            Title = "Link token missing",
            Message = "The link token is missing from the request.",
            Description = "The request that starts the flow carries no link token, so no flow and no trusted target are known.",
            Causes = ["The address was typed or bookmarked without its query.", "The application forgot to create a token."],
            Action = "Pass the link token in the request that starts the flow.",
            StatusCode = 404,
            MayRedirect = false,
            ExceptionFactory = static (error, innerException) => new LinkTokenMissingException(null, innerException) { Error = error },
        };

        internal static IReadOnlyList<LinkErrorDefinition> LinkTokenFamily { get; } =
        [
            LinkTokenInvalid,
            LinkTokenExpired,
            LinkTokenConsumed,
            LinkTokenNotValidated,
            LinkTokenMissing,
        ];
    }
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of link tokens: catch it to handle them all.</summary>
    public abstract class LinkTokenException : LinkException
    {
        private protected LinkTokenException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LinkTokenInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidLinkTokenException(string? debugMessage = null, Exception? innerException = null)
        : LinkTokenException(LinkErrorDefinitions.LinkTokenInvalid, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LinkTokenExpired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class LinkTokenExpiredException(string? debugMessage = null, Exception? innerException = null)
        : LinkTokenException(LinkErrorDefinitions.LinkTokenExpired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LinkTokenConsumed"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class LinkTokenConsumedException(string? debugMessage = null, Exception? innerException = null)
        : LinkTokenException(LinkErrorDefinitions.LinkTokenConsumed, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LinkTokenNotValidated"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class LinkTokenNotValidatedException(string? debugMessage = null, Exception? innerException = null)
        : LinkTokenException(LinkErrorDefinitions.LinkTokenNotValidated, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LinkTokenMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class LinkTokenMissingException(string? debugMessage = null, Exception? innerException = null)
        : LinkTokenException(LinkErrorDefinitions.LinkTokenMissing, debugMessage, innerException);
}
