namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>linkedin</c>: LinkedIn. The cancels of the two consent pages are one cancel.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/d3xt3r2909/linkedin_login/issues/77"/></item>
    /// <item><see href="https://github.com/CarSnoop-Inc/carsnoop-issues/issues/66"/></item>
    /// <item><see href="https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling"/></item>
    /// <item><see href="https://github.com/micronaut-projects/micronaut-core/issues/5175"/></item>
    /// <item><see href="https://pub.dev/documentation/flutter_linkedin_api/latest/data_model_auth_error_response/LinkedInAuthErrorType.html"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect LinkedIn { get; } = new("linkedin")
    {
        Code = ["error", "code", "serviceErrorCode"],
        Text = ["error_description", "message"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["REVOKED_ACCESS_TOKEN"] = LinkErrorCodes.InvalidToken,
            ["65601"] = LinkErrorCodes.InvalidToken,
            ["100"] = LinkErrorCodes.InsufficientScope,
            ["user_cancelled_login"] = LinkErrorCodes.UserCancelled,
            ["user_cancelled_authorize"] = LinkErrorCodes.UserCancelled,
        },
    };
}
