namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>amazon</c>: Login with Amazon and the Selling Partner API. The codes of its token endpoint are those of RFC 6749 §5.2; those of its APIs are a vocabulary of their own.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/amzn/selling-partner-api-models/issues/807"/></item>
    /// <item><see href="https://github.com/amzn/selling-partner-api-models/issues/2997"/></item>
    /// <item>stanleyndaba/Clario-Complete-Backend, AMAZON_UNAUTHORIZED_ERROR_ANALYSIS.md</item>
    /// <item><see href="https://developer.amazon.com/de/docs/login-with-amazon/access-token.html"/></item>
    /// <item><see href="https://github.com/amzn/selling-partner-api-models/issues/1851"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Amazon { get; } = new("amazon")
    {
        Code = ["error", "errors.0.code"],
        Text = ["error_description", "errors.0.message"],
        Reference = ["request_id"],
        PassesUnknownCodes = false,
    };
}
