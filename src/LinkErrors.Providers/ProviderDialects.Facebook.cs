namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>facebook</c>: Facebook: the Graph API of Meta. Codes are numbers, refined by a sub-code. Code 100 is any bad parameter: a spent authorization code too.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/laravel/socialite/issues/385"/></item>
    /// <item><see href="https://developers.facebook.com/docs/graph-api/guides/error-handling"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Facebook { get; } = new("facebook")
    {
        Code = ["error.code"],
        SubCode = ["error.error_subcode"],
        Text = ["error.message"],
        Reference = ["error.fbtrace_id"],
        PassesUnknownCodes = false,
        StatusCodes = { [400] = LinkErrorCodes.InvalidRequest },
        Codes =
        {
            ["1"] = LinkErrorCodes.ServerError,
            ["2"] = LinkErrorCodes.TemporarilyUnavailable,
            ["3"] = LinkErrorCodes.Forbidden,
            ["4"] = LinkErrorCodes.RateLimited,
            ["10"] = LinkErrorCodes.InsufficientScope,
            ["17"] = LinkErrorCodes.RateLimited,
            ["100"] = LinkErrorCodes.InvalidRequest,
            ["102"] = LinkErrorCodes.InvalidToken,
            ["190"] = LinkErrorCodes.InvalidToken,
            ["190", "459"] = LinkErrorCodes.InteractionRequired,
            ["200"] = LinkErrorCodes.InsufficientScope,
            ["341"] = LinkErrorCodes.RateLimited,
            ["368"] = LinkErrorCodes.Forbidden,
            ["506"] = LinkErrorCodes.Conflict,
        },
    };
}
