namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The request does not name the login attempt that it belongs to.</summary>
    public const string LoginAttemptMissing = "login_attempt_missing";

    /// <summary>The login attempt was not finished within its lifetime.</summary>
    public const string LoginAttemptExpired = "login_attempt_expired";

    /// <summary>The login attempt is unknown, was used already or belongs to someone else.</summary>
    public const string LoginAttemptInvalid = "login_attempt_invalid";

    /// <summary>The proof that a human is present was missing or wrong.</summary>
    public const string CaptchaInvalid = "captcha_invalid";
}
