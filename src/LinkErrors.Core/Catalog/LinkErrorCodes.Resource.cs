namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The access token of the request cannot be used (RFC 6750 section 3.1).</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>The token is valid, but was not granted every needed scope (RFC 6750 section 3.1).</summary>
    public const string InsufficientScope = "insufficient_scope";

    /// <summary>The sign-in behind the token is too old or too weak for this operation (RFC 9470 section 3).</summary>
    public const string InsufficientUserAuthentication = "insufficient_user_authentication";

    /// <summary>Token and scope are fine, but a rule of the service denies the action.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The resource does not exist, or this user may not see it.</summary>
    public const string NotFound = "not_found";

    /// <summary>An idempotency key was used twice, or the resource has changed meanwhile.</summary>
    public const string Conflict = "conflict";

    /// <summary>The content of the request breaks a rule of the service.</summary>
    public const string UnprocessableEntity = "unprocessable_entity";

    /// <summary>The client has used up its share of requests.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>Too many logins or verifications were tried; the service protects the account.</summary>
    public const string TooManyRequests = "too_many_requests";
}
