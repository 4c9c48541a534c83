using LinkErrors.Exceptions;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.SessionIdMissing"/>.</summary>
        public const string SessionIdMissing = "session_id_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.SessionMissing"/>.</summary>
        public const string SessionMissing = "session_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.SessionNotVerified"/>.</summary>
        public const string SessionNotVerified = "session_not_verified";

        /// <summary>The code of <see cref="LinkErrorDefinitions.SessionExpired"/>.</summary>
        public const string SessionExpired = "session_expired";

        /// <summary>The code of <see cref="LinkErrorDefinitions.SessionInactive"/>.</summary>
        public const string SessionInactive = "session_inactive";

        /// <summary>The code of <see cref="LinkErrorDefinitions.SessionInvalid"/>.</summary>
        public const string SessionInvalid = "session_invalid";

        /// <summary>The code of <see cref="LinkErrorDefinitions.SessionInitializationFailed"/>.</summary>
        public const string SessionInitializationFailed = "session_initialization_failed";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.SessionIdMissing"/>.</summary>
        public static LinkErrorDefinition SessionIdMissing { get; } = new(LinkErrorCodes.SessionIdMissing)
        {
            Family = Sessions,
            Title = "Session identifier missing",
            Message = "The state carries no session identifier.",
            Description = "The link session was created without an identifier: a fault of the service, not of the user.",
            Causes = ["The store of sessions failed to return an identifier."],
            Action = "Start again; report the reference if it persists.",
            StatusCode = 500,
            OAuthCode = LinkErrorCodes.ServerError,
            ExceptionFactory = static (error, innerException) => new SessionIdMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.SessionMissing"/>.</summary>
        public static LinkErrorDefinition SessionMissing { get; } = new(LinkErrorCodes.SessionMissing)
        {
            Family = Sessions,
            Title = "Session not found",
            Message = "The session was not found.",
            Description = "No session has the identifier that was given.",
            Causes = ["The session was deleted, or its cookie belongs to another environment."],
            Action = "Sign in again.",
            ExceptionFactory = static (error, innerException) => new SessionMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.SessionNotVerified"/>.</summary>
        public static LinkErrorDefinition SessionNotVerified { get; } = new(LinkErrorCodes.SessionNotVerified)
        {
            Family = Sessions,
            Title = "Session not verified",
            Message = "The session has not been verified.",
            Description = "The session exists, but its verification was not completed correctly.",
            Causes = ["The user did not open the verification message, or left a step out."],
            Action = "Complete the verification, or sign in again.",
            ExceptionFactory = static (error, innerException) => new SessionNotVerifiedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.SessionExpired"/>.</summary>
        public static LinkErrorDefinition SessionExpired { get; } = new(LinkErrorCodes.SessionExpired)
        {
            Family = Sessions,
            Title = "Session expired",
            Message = "The session has expired.",
            Description = "The session or the protected state of the flow is older than its lifetime.",
            Causes = ["The user took too long at the provider.", "A lifetime (StateLifetime) is too short for what the user has to do there."],
            Action = "Start again.",
            ExceptionFactory = static (error, innerException) => new SessionExpiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.SessionInactive"/>.</summary>
        public static LinkErrorDefinition SessionInactive { get; } = new(LinkErrorCodes.SessionInactive)
        {
            Family = Sessions,
            Title = "Session not active",
            Message = "The session is not active.",
            Description = "The session is not active yet, or was ended.",
            Causes = ["The user signed out elsewhere.", "The session was not activated yet."],
            Action = "Sign in again.",
            ExceptionFactory = static (error, innerException) => new SessionInactiveException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.SessionInvalid"/>.</summary>
        public static LinkErrorDefinition SessionInvalid { get; } = new(LinkErrorCodes.SessionInvalid)
        {
            Family = Sessions,
            Title = "Session invalid",
            Message = "The session is not valid for this request.",
            Description = "The session does not match the data that was sent to activate it.",
            Causes = ["The activation was sent for another session, or its data was changed."],
            Action = "Sign in again.",
            ExceptionFactory = static (error, innerException) => new SessionInvalidException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.SessionInitializationFailed"/>.</summary>
        public static LinkErrorDefinition SessionInitializationFailed { get; } = new(LinkErrorCodes.SessionInitializationFailed)
        {
            Family = Sessions,
            Title = "Session could not be started",
            Message = "The session could not be started.",
            Description = "The link token could not be validated because of an unknown error upstream.",
            Causes = ["A service that validates link tokens is down or answered with an error."],
            Action = "Create a new link token and try again.",
            StatusCode = 500,
            OAuthCode = LinkErrorCodes.ServerError,
            IsTransient = true,
            ExceptionFactory = static (error, innerException) => new SessionInitializationFailedException(null, innerException) { Error = error },
        };

        internal static IReadOnlyList<LinkErrorDefinition> SessionFamily { get; } =
        [
            SessionIdMissing,
            SessionMissing,
            SessionNotVerified,
            SessionExpired,
            SessionInactive,
            SessionInvalid,
            SessionInitializationFailed,
        ];
    }
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of sessions: catch it to handle them all.</summary>
    public abstract class SessionException : LinkException
    {
        private protected SessionException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.SessionIdMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class SessionIdMissingException(string? debugMessage = null, Exception? innerException = null)
        : SessionException(LinkErrorDefinitions.SessionIdMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.SessionMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class SessionMissingException(string? debugMessage = null, Exception? innerException = null)
        : SessionException(LinkErrorDefinitions.SessionMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.SessionNotVerified"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class SessionNotVerifiedException(string? debugMessage = null, Exception? innerException = null)
        : SessionException(LinkErrorDefinitions.SessionNotVerified, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.SessionExpired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class SessionExpiredException(string? debugMessage = null, Exception? innerException = null)
        : SessionException(LinkErrorDefinitions.SessionExpired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.SessionInactive"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class SessionInactiveException(string? debugMessage = null, Exception? innerException = null)
        : SessionException(LinkErrorDefinitions.SessionInactive, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.SessionInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class SessionInvalidException(string? debugMessage = null, Exception? innerException = null)
        : SessionException(LinkErrorDefinitions.SessionInvalid, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.SessionInitializationFailed"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class SessionInitializationFailedException(string? debugMessage = null, Exception? innerException = null)
        : SessionException(LinkErrorDefinitions.SessionInitializationFailed, debugMessage, innerException);
}
