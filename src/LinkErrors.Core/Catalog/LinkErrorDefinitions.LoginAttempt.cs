using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Login attempt missing: <see cref="LinkErrorCodes.LoginAttemptMissing"/>. The request does not name the login attempt that it belongs to.</summary>
    public static LinkErrorDefinition LoginAttemptMissing { get; } = new(LinkErrorCodes.LoginAttemptMissing)
    {
        Title = "Login attempt missing",
        Message = "The login attempt is missing.",
        Description = "The request does not name the login attempt that it belongs to.",
        Action = "Start to sign in again.",
        ExceptionFactory = static (error, innerException) => new LoginAttemptMissingException(error, innerException),
    };

    /// <summary>Login attempt expired: <see cref="LinkErrorCodes.LoginAttemptExpired"/>. The login attempt was not finished within its lifetime.</summary>
    public static LinkErrorDefinition LoginAttemptExpired { get; } = new(LinkErrorCodes.LoginAttemptExpired)
    {
        Title = "Login attempt expired",
        Message = "The login attempt has expired.",
        Description = "The login attempt was not finished within its lifetime.",
        Action = "Start to sign in again.",
        ExceptionFactory = static (error, innerException) => new LoginAttemptExpiredException(error, innerException),
    };

    /// <summary>Login attempt invalid: <see cref="LinkErrorCodes.LoginAttemptInvalid"/>. The login attempt is unknown, was used already or belongs to someone else.</summary>
    public static LinkErrorDefinition LoginAttemptInvalid { get; } = new(LinkErrorCodes.LoginAttemptInvalid)
    {
        Title = "Login attempt invalid",
        Message = "The login attempt is not valid.",
        Description = "The login attempt is unknown, was used already or belongs to someone else.",
        Action = "Start to sign in again.",
        ExceptionFactory = static (error, innerException) => new LoginAttemptInvalidException(error, innerException),
    };

    /// <summary>Captcha not solved: <see cref="LinkErrorCodes.CaptchaInvalid"/>. The proof that a human is present was missing or wrong.</summary>
    public static LinkErrorDefinition CaptchaInvalid { get; } = new(LinkErrorCodes.CaptchaInvalid)
    {
        Title = "Captcha not solved",
        Message = "The captcha was not solved correctly.",
        Description = "The proof that a human is present was missing or wrong.",
        Action = "Solve the captcha again.",
        ExceptionFactory = static (error, innerException) => new CaptchaInvalidException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> LoginAttemptFamily { get; } =
    [
        LoginAttemptMissing,
        LoginAttemptExpired,
        LoginAttemptInvalid,
        CaptchaInvalid,
    ];
}
