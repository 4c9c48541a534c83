namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>github</c>: GitHub. The token endpoint answers errors with 200, as JSON or as a form.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/reactivemanifesto/website-manifesto/issues/91"/></item>
    /// <item><see href="https://github.com/PyGithub/PyGithub/issues/1718"/></item>
    /// <item><see href="https://github.com/rwth-acis/VIAProMa/issues/186"/></item>
    /// <item><see href="https://github.com/philschatz/octokat.js/issues/51"/></item>
    /// <item><see href="https://docs.github.com/en/enterprise-server@3.13/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect GitHub { get; } = new("github")
    {
        Code = ["error"],
        Text = ["error_description", "message"],
        RetryAfter = ["interval"],
        IsError = static response => response.GetText("error") is not null,
        Codes =
        {
            ["bad_verification_code"] = LinkErrorCodes.InvalidGrant,
            ["incorrect_client_credentials"] = LinkErrorCodes.InvalidClient,
            ["redirect_uri_mismatch"] = LinkErrorCodes.InvalidRedirectUri,
            ["application_suspended"] = LinkErrorCodes.UnauthorizedClient,
        },
    };
}
