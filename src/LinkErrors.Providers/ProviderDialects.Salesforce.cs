namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>salesforce</c>: Salesforce. The API answers an array.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/omniphx/forrest/issues/169"/></item>
    /// <item><see href="https://github.com/jstanden/cerb/issues/836"/></item>
    /// <item><see href="https://github.com/netologist/apache-oltu-oauth2-provider-demo/issues/11"/></item>
    /// <item><see href="https://github.com/restforce/restforce/issues/303"/></item>
    /// <item><see href="https://github.com/apache/camel/pull/826"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Salesforce { get; } = new("salesforce")
    {
        Code = ["0.errorCode", "error"],
        Text = ["0.message", "error_description"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["INVALID_SESSION_ID"] = LinkErrorCodes.InvalidToken,
            ["InvalidSessionId"] = LinkErrorCodes.InvalidToken,
            ["REQUEST_LIMIT_EXCEEDED"] = LinkErrorCodes.RateLimited,
        },
    };
}
