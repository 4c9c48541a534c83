namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>x</c>: X, once Twitter. Codes of RFC 6749 at the token endpoint; problem details in the API, whose type may be a key of the table. A spent code is invalid_request there.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/plhery/node-twitter-api-v2/issues/496"/></item>
    /// <item><see href="https://github.com/plhery/node-twitter-api-v2/issues/425"/></item>
    /// <item><see href="https://github.com/xdevplatform/samples/issues/69"/></item>
    /// <item><see href="https://github.com/HitomaruKonpaku/twspace-crawler/issues/48"/></item>
    /// <item><see href="https://github.com/redouane59/twittered/issues/456"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect X { get; } = new("x")
    {
        Code = ["error", "reason", "type"],
        Text = ["error_description", "detail", "title"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["client-not-enrolled"] = LinkErrorCodes.UnauthorizedClient,
            ["https://api.twitter.com/2/problems/client-forbidden"] = LinkErrorCodes.Forbidden,
        },
    };
}
