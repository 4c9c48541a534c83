namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>google</c>: Google: the token endpoint and the APIs. <c>error</c> is text at the token endpoint and an object in the APIs, whose reason says more than its status.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/GeneralTask/task-manager/pull/997"/></item>
    /// <item><see href="https://github.com/mbrother2/backuptogoogle/issues/4"/></item>
    /// <item><see href="https://github.com/googleapis/google-api-php-client/issues/1391"/></item>
    /// <item><see href="https://github.com/analogdotnow/Analog/issues/296"/></item>
    /// <item><see href="https://github.com/kwent/react-google-contacts/issues/6"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Google { get; } = new("google")
    {
        Code = ["error.details.0.reason", "error.errors.0.reason", "error.status", "error"],
        Text = ["error.message", "error_description"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["ACCESS_TOKEN_SCOPE_INSUFFICIENT"] = LinkErrorCodes.InsufficientScope,
            ["insufficientPermissions"] = LinkErrorCodes.InsufficientScope,
            ["authError"] = LinkErrorCodes.InvalidToken,
            ["rateLimitExceeded"] = LinkErrorCodes.RateLimited,
            ["userRateLimitExceeded"] = LinkErrorCodes.RateLimited,
            ["UNAUTHENTICATED"] = LinkErrorCodes.InvalidToken,
            ["PERMISSION_DENIED"] = LinkErrorCodes.Forbidden,
        },
    };
}
