namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>withings</c>: Withings. Everything comes with 200. The status in the body is no HTTP status: 503 means wrong parameters.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/jaroslawhartman/withings-sync/issues/41"/></item>
    /// <item><see href="https://github.com/kodymallory/MMM-withings/issues/15"/></item>
    /// <item><see href="https://github.com/the-momentum/open-wearables/issues/177"/></item>
    /// <item><see href="https://github.com/vangorra/python_withings_api/issues/62"/></item>
    /// <item><see href="https://developer.withings.com/openapi.yaml"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Withings { get; } = new("withings")
    {
        Code = ["status"],
        Text = ["error"],
        RetryAfter = ["body.wait_seconds"],
        PassesUnknownCodes = false,
        IsError = static response => response.FindText("status") is not (null or "0"),
        Codes =
        {
            ["401"] = LinkErrorCodes.InvalidToken,
            ["503"] = LinkErrorCodes.InvalidRequest,
            ["601"] = LinkErrorCodes.RateLimited,
        },
    };
}
