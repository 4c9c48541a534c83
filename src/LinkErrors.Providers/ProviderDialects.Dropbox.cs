namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>dropbox</c>: Dropbox. <c>error</c> is text at the token endpoint and an object in the API, whose tag begins with a dot. Its too_many_requests is a rate limit.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/dropbox/dropbox-sdk-dotnet/issues/373"/></item>
    /// <item><see href="https://github.com/froemken/dropbox/issues/23"/></item>
    /// <item><see href="https://github.com/spatie/flysystem-dropbox/issues/85"/></item>
    /// <item><see href="https://github.com/dropbox/dbxcli/issues/149"/></item>
    /// <item><see href="https://github.com/dropbox/dropbox-sdk-go-unofficial/issues/33"/></item>
    /// <item><see href="https://github.com/kunalvarma05/dropbox-php-sdk/issues/87"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Dropbox { get; } = new("dropbox")
    {
        Code = ["/error/.tag", "/error/reason/.tag", "error"],
        Text = ["error_description", "error_summary"],
        Scopes = ["error.required_scope"],
        Reference = ["header:x-dropbox-request-id"],
        RetryAfter = ["error.retry_after"],
        Codes =
        {
            ["expired_access_token"] = LinkErrorCodes.InvalidToken,
            ["invalid_access_token"] = LinkErrorCodes.InvalidToken,
            ["missing_scope"] = LinkErrorCodes.InsufficientScope,
            ["too_many_requests"] = LinkErrorCodes.RateLimited,
            ["too_many_write_operations"] = LinkErrorCodes.RateLimited,
        },
    };
}
