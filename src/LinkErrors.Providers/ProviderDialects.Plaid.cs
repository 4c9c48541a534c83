namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>plaid</c>: Plaid. The type maps where the code does not. A success may carry the error of an item, which is not the answer's.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/plaid/plaid-node/issues/231"/></item>
    /// <item><see href="https://github.com/plaid/plaid-ruby/issues/268"/></item>
    /// <item><see href="https://www.rubydoc.info/gems/plaid/Plaid/PlaidError"/></item>
    /// <item><see href="https://plaid.com/docs/errors/invalid-input"/></item>
    /// <item><see href="https://plaid.com/docs/errors/"/></item>
    /// <item><see href="https://github.com/plaid/plaid-python/pull/100"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Plaid { get; } = new("plaid")
    {
        Code = ["error_code", "error_type"],
        Text = ["error_message"],
        Reference = ["request_id"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["ITEM_LOGIN_REQUIRED"] = LinkErrorCodes.LoginRequired,
            ["INVALID_ACCESS_TOKEN"] = LinkErrorCodes.InvalidToken,
            ["INVALID_PUBLIC_TOKEN"] = LinkErrorCodes.InvalidGrant,
            ["RATE_LIMIT_EXCEEDED"] = LinkErrorCodes.RateLimited,
            ["INVALID_REQUEST"] = LinkErrorCodes.InvalidRequest,
            ["INVALID_INPUT"] = LinkErrorCodes.InvalidRequest,
            ["ITEM_ERROR"] = LinkErrorCodes.ProviderError,
            ["INSTITUTION_ERROR"] = LinkErrorCodes.ProviderApiError,
            ["API_ERROR"] = LinkErrorCodes.ServerError,
        },
    };
}
