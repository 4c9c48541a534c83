namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>okta</c>: Okta. The time of the rate limit is in seconds since 1970.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/mbegan/Okta-PSModule/issues/65"/></item>
    /// <item><see href="https://developer.okta.com/docs/reference/rl-best-practices/"/></item>
    /// <item><see href="https://github.com/okta/okta-idx-swift/issues/109"/></item>
    /// <item><see href="https://github.com/okta/okta-developer-docs/issues/1622"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Okta { get; } = new("okta")
    {
        Code = ["errorCode", "error"],
        Text = ["errorSummary", "error_description"],
        Reference = ["errorId"],
        RetryAfter = ["header:X-Rate-Limit-Reset"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["E0000001"] = LinkErrorCodes.InvalidRequest,
            ["E0000006"] = LinkErrorCodes.Forbidden,
            ["E0000007"] = LinkErrorCodes.NotFound,
            ["E0000011"] = LinkErrorCodes.InvalidToken,
            ["E0000047"] = LinkErrorCodes.RateLimited,
        },
    };
}
