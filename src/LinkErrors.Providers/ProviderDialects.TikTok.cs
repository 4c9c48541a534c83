namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>tiktok</c>: TikTok. Every success carries an error object that says ok.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://developers.tiktok.com/doc/oauth-error-handling"/></item>
    /// <item><see href="https://developers.tiktok.com/doc/tiktok-api-v2-error-handling"/></item>
    /// <item><see href="https://docs.rs/tiktok-api/0.3.0/src/tiktok_api/objects/v2/error.rs.html"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect TikTok { get; } = new("tiktok")
    {
        Code = ["error.code", "error"],
        Text = ["error.message", "error_description"],
        Reference = ["error.log_id", "log_id"],
        IsError = static response => response.GetText("error") is not null || response.FindText("error.code") is not (null or "ok"),
        Codes =
        {
            ["access_token_invalid"] = LinkErrorCodes.InvalidToken,
            ["scope_not_authorized"] = LinkErrorCodes.InsufficientScope,
            ["scope_permission_missed"] = LinkErrorCodes.InsufficientScope,
            ["rate_limit_exceeded"] = LinkErrorCodes.RateLimited,
            ["invalid_params"] = LinkErrorCodes.InvalidRequest,
            ["internal_error"] = LinkErrorCodes.ServerError,
        },
    };
}
