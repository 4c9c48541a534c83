namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>square</c>: Square. A dead authorization code and a dead access token look the same. A bulk call answers 200 with the errors of single operations inside, which are not the answer's.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/NikolaGavric94/laravel-square/issues/67"/></item>
    /// <item><see href="https://github.com/square/connect-ruby-sdk/issues/27"/></item>
    /// <item><see href="https://developer.squareup.com/reference/square/enums/ErrorCode"/></item>
    /// <item><see href="https://developer.squareup.com/docs/build-basics/handling-errors"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Square { get; } = new("square")
    {
        Code = ["errors.0.code", "type"],
        Text = ["errors.0.detail", "message"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["UNAUTHORIZED"] = LinkErrorCodes.InvalidToken,
            ["ACCESS_TOKEN_EXPIRED"] = LinkErrorCodes.InvalidToken,
            ["ACCESS_TOKEN_REVOKED"] = LinkErrorCodes.InvalidToken,
            ["CLIENT_DISABLED"] = LinkErrorCodes.UnauthorizedClient,
            ["APPLICATION_DISABLED"] = LinkErrorCodes.UnauthorizedClient,
            ["FORBIDDEN"] = LinkErrorCodes.Forbidden,
            ["INSUFFICIENT_SCOPES"] = LinkErrorCodes.InsufficientScope,
            ["RATE_LIMITED"] = LinkErrorCodes.RateLimited,
            ["INTERNAL_SERVER_ERROR"] = LinkErrorCodes.ServerError,
            ["BAD_REQUEST"] = LinkErrorCodes.InvalidRequest,
            ["MISSING_REQUIRED_PARAMETER"] = LinkErrorCodes.InvalidRequest,
            ["service.not_authorized"] = LinkErrorCodes.InvalidClient,
        },
    };
}
