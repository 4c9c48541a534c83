using LinkErrors.Exceptions;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.CallbackCodeMissing"/>.</summary>
        public const string CallbackCodeMissing = "callback_code_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.CallbackStateMissing"/>.</summary>
        public const string CallbackStateMissing = "callback_state_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.CallbackStateInvalid"/>.</summary>
        public const string CallbackStateInvalid = "callback_state_invalid";

        /// <summary>The code of <see cref="LinkErrorDefinitions.CallbackUrlMissing"/>.</summary>
        public const string CallbackUrlMissing = "callback_url_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.CallbackUrlInvalid"/>.</summary>
        public const string CallbackUrlInvalid = "callback_url_invalid";

        /// <summary>The code of <see cref="LinkErrorDefinitions.RedirectUriMissing"/>.</summary>
        public const string RedirectUriMissing = "redirect_uri_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.CodeChallengeMissing"/>.</summary>
        public const string CodeChallengeMissing = "code_challenge_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.CodeChallengeInvalid"/>.</summary>
        public const string CodeChallengeInvalid = "code_challenge_invalid";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.CallbackCodeMissing"/>.</summary>
        public static LinkErrorDefinition CallbackCodeMissing { get; } = new(LinkErrorCodes.CallbackCodeMissing)
        {
            Family = Callbacks,
            Title = "Authorization code missing",
            Message = "The code parameter is required but missing.",
            Description = "The provider sent the browser back without an authorization code and without an error.",
            Causes = ["The callback was opened by hand or from the history.", "The provider uses a response type without a code."],
            Action = "Start the flow again.",
            ExceptionFactory = static (error, innerException) => new CallbackCodeMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.CallbackStateMissing"/>.</summary>
        public static LinkErrorDefinition CallbackStateMissing { get; } = new(LinkErrorCodes.CallbackStateMissing)
        {
            Family = Callbacks,
            Title = "State missing",
            Message = "The state parameter is required but missing.",
            Description = "The callback, or the start of the login flow, carries no state, so it cannot be tied to the browser that began.",
            Causes = ["The callback was opened by hand.", "A proxy or the provider dropped the query."],
            Action = "Start the flow again from the application.",
            ExceptionFactory = static (error, innerException) => new CallbackStateMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.CallbackStateInvalid"/>.</summary>
        public static LinkErrorDefinition CallbackStateInvalid { get; } = new(LinkErrorCodes.CallbackStateInvalid)
        {
            Family = Callbacks,
            Title = "State invalid",
            Message = "The state parameter does not belong to this flow.",
            Description = "The state was changed, belongs to another browser or session, or its cookie was lost.",
            Causes = ["The user finished in another browser, or the browser blocks the cookie.", "The servers of the service do not share their key ring."],
            Action = "Start the flow again in the same browser, with cookies allowed.",
            ExceptionFactory = static (error, innerException) => new CallbackStateInvalidException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.CallbackUrlMissing"/>.</summary>
        public static LinkErrorDefinition CallbackUrlMissing { get; } = new(LinkErrorCodes.CallbackUrlMissing)
        {
            Family = Callbacks,
            Title = "Callback URL missing",
            Message = "The callback URL is missing.",
            Description = "The login flow was started without the URL to return to.",
            Causes = ["The parameter was left out, or has another name."],
            Action = "Send the callback URL with the request.",
            MayRedirect = false,
            ExceptionFactory = static (error, innerException) => new CallbackUrlMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.CallbackUrlInvalid"/>.</summary>
        public static LinkErrorDefinition CallbackUrlInvalid { get; } = new(LinkErrorCodes.CallbackUrlInvalid)
        {
            Family = Callbacks,
            Title = "Callback URL not allowed",
            Message = "The callback URL is not valid or not registered.",
            Description = "The callback URL is malformed or does not belong to a registered domain.",
            Causes = ["The URL differs from the registered one in a letter, a port or a slash.", "The domain was never registered."],
            Action = "Register the callback URL, or correct it.",
            MayRedirect = false,
            ExceptionFactory = static (error, innerException) => new CallbackUrlInvalidException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.RedirectUriMissing"/>.</summary>
        public static LinkErrorDefinition RedirectUriMissing { get; } = new(LinkErrorCodes.RedirectUriMissing)
        {
            Family = Callbacks,
            Title = "Redirect URI missing",
            Message = "The redirect_uri parameter is missing.",
            Description = "No redirect URI was sent, and none can be derived from the client registration.",
            Causes = ["The parameter was left out and several URIs are registered."],
            Action = "Send one of the registered redirect URIs.",
            MayRedirect = false,
            ExceptionFactory = static (error, innerException) => new RedirectUriMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.CodeChallengeMissing"/>.</summary>
        public static LinkErrorDefinition CodeChallengeMissing { get; } = new(LinkErrorCodes.CodeChallengeMissing)
        {
            Family = Callbacks,
            Title = "Code challenge missing",
            Message = "The code challenge is missing.",
            Description = "The flow needs proof key for code exchange (RFC 7636), but the request has no code challenge.",
            Causes = ["The client is older than the rule, or its PKCE is switched off."],
            Action = "Send code_challenge and code_challenge_method.",
            ExceptionFactory = static (error, innerException) => new CodeChallengeMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.CodeChallengeInvalid"/>.</summary>
        public static LinkErrorDefinition CodeChallengeInvalid { get; } = new(LinkErrorCodes.CodeChallengeInvalid)
        {
            Family = Callbacks,
            Title = "Code challenge invalid",
            Message = "The code verifier does not match the code challenge.",
            Description = "The verifier of the callback step does not hash to the challenge that began the flow (RFC 7636 section 4.6).",
            Causes = ["The verifier was lost between the two steps, or belongs to another tab.", "The challenge was hashed or encoded wrongly."],
            Action = "Start the flow again and keep the verifier until the end.",
            OAuthCode = LinkErrorCodes.InvalidGrant,
            ExceptionFactory = static (error, innerException) => new CodeChallengeInvalidException(null, innerException) { Error = error },
        };

        internal static IReadOnlyList<LinkErrorDefinition> CallbackFamily { get; } =
        [
            CallbackCodeMissing,
            CallbackStateMissing,
            CallbackStateInvalid,
            CallbackUrlMissing,
            CallbackUrlInvalid,
            RedirectUriMissing,
            CodeChallengeMissing,
            CodeChallengeInvalid,
        ];
    }
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of callbacks and redirect URIs: catch it to handle them all.</summary>
    public abstract class CallbackException : LinkException
    {
        private protected CallbackException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.CallbackCodeMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class CallbackCodeMissingException(string? debugMessage = null, Exception? innerException = null)
        : CallbackException(LinkErrorDefinitions.CallbackCodeMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.CallbackStateMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class CallbackStateMissingException(string? debugMessage = null, Exception? innerException = null)
        : CallbackException(LinkErrorDefinitions.CallbackStateMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.CallbackStateInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class CallbackStateInvalidException(string? debugMessage = null, Exception? innerException = null)
        : CallbackException(LinkErrorDefinitions.CallbackStateInvalid, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.CallbackUrlMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class CallbackUrlMissingException(string? debugMessage = null, Exception? innerException = null)
        : CallbackException(LinkErrorDefinitions.CallbackUrlMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.CallbackUrlInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class CallbackUrlInvalidException(string? debugMessage = null, Exception? innerException = null)
        : CallbackException(LinkErrorDefinitions.CallbackUrlInvalid, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.RedirectUriMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class RedirectUriMissingException(string? debugMessage = null, Exception? innerException = null)
        : CallbackException(LinkErrorDefinitions.RedirectUriMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.CodeChallengeMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class CodeChallengeMissingException(string? debugMessage = null, Exception? innerException = null)
        : CallbackException(LinkErrorDefinitions.CodeChallengeMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.CodeChallengeInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class CodeChallengeInvalidException(string? debugMessage = null, Exception? innerException = null)
        : CallbackException(LinkErrorDefinitions.CodeChallengeInvalid, debugMessage, innerException);
}
