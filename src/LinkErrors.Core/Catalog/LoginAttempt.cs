using LinkErrors.Exceptions;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.LoginAttemptMissing"/>.</summary>
        public const string LoginAttemptMissing = "login_attempt_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.LoginAttemptExpired"/>.</summary>
        public const string LoginAttemptExpired = "login_attempt_expired";

        /// <summary>The code of <see cref="LinkErrorDefinitions.LoginAttemptInvalid"/>.</summary>
        public const string LoginAttemptInvalid = "login_attempt_invalid";

        /// <summary>The code of <see cref="LinkErrorDefinitions.CaptchaInvalid"/>.</summary>
        public const string CaptchaInvalid = "captcha_invalid";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.LoginAttemptMissing"/>.</summary>
        public static LinkErrorDefinition LoginAttemptMissing { get; } = new(LinkErrorCodes.LoginAttemptMissing)
        {
            Family = LoginAttempts,
            Title = "Login attempt missing",
            Message = "The login attempt is missing.",
            Description = "The request does not name the login attempt that it belongs to.",
            Causes = ["The page was opened by hand, or its cookie is blocked."],
            Action = "Start to sign in again.",
            ExceptionFactory = static (error, innerException) => new LoginAttemptMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.LoginAttemptExpired"/>.</summary>
        public static LinkErrorDefinition LoginAttemptExpired { get; } = new(LinkErrorCodes.LoginAttemptExpired)
        {
            Family = LoginAttempts,
            Title = "Login attempt expired",
            Message = "The login attempt has expired.",
            Description = "The login attempt was not finished within its lifetime.",
            Causes = ["The user left the sign-in page open."],
            Action = "Start to sign in again.",
            ExceptionFactory = static (error, innerException) => new LoginAttemptExpiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.LoginAttemptInvalid"/>.</summary>
        public static LinkErrorDefinition LoginAttemptInvalid { get; } = new(LinkErrorCodes.LoginAttemptInvalid)
        {
            Family = LoginAttempts,
            Title = "Login attempt invalid",
            Message = "The login attempt is not valid.",
            Description = "The login attempt is unknown, was used already or belongs to someone else.",
            Causes = ["The user went back after signing in.", "Two tabs sign in at the same time."],
            Action = "Start to sign in again.",
            ExceptionFactory = static (error, innerException) => new LoginAttemptInvalidException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.CaptchaInvalid"/>.</summary>
        public static LinkErrorDefinition CaptchaInvalid { get; } = new(LinkErrorCodes.CaptchaInvalid)
        {
            Family = LoginAttempts,
            Title = "Captcha not solved",
            Message = "The captcha was not solved correctly.",
            Description = "The proof that a human is present was missing or wrong.",
            Causes = ["The captcha was not solved, or took too long.", "A program fills in the form."],
            Action = "Solve the captcha again.",
            ExceptionFactory = static (error, innerException) => new CaptchaInvalidException(null, innerException) { Error = error },
        };

        internal static IReadOnlyList<LinkErrorDefinition> LoginAttemptFamily { get; } =
        [
            LoginAttemptMissing,
            LoginAttemptExpired,
            LoginAttemptInvalid,
            CaptchaInvalid,
        ];
    }
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of login attempts: catch it to handle them all.</summary>
    public abstract class LoginAttemptException : LinkException
    {
        private protected LoginAttemptException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LoginAttemptMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class LoginAttemptMissingException(string? debugMessage = null, Exception? innerException = null)
        : LoginAttemptException(LinkErrorDefinitions.LoginAttemptMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LoginAttemptExpired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class LoginAttemptExpiredException(string? debugMessage = null, Exception? innerException = null)
        : LoginAttemptException(LinkErrorDefinitions.LoginAttemptExpired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LoginAttemptInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class LoginAttemptInvalidException(string? debugMessage = null, Exception? innerException = null)
        : LoginAttemptException(LinkErrorDefinitions.LoginAttemptInvalid, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.CaptchaInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class CaptchaInvalidException(string? debugMessage = null, Exception? innerException = null)
        : LoginAttemptException(LinkErrorDefinitions.CaptchaInvalid, debugMessage, innerException);
}
