namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>strava</c>: Strava. One word means several things: the field, or else the resource, refines it. A missing scope is hidden in the name of a field.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/yihong0618/running_page/issues/523"/></item>
    /// <item><see href="https://github.com/basvandorst/StravaPHP/issues/96"/></item>
    /// <item><see href="https://github.com/stravalib/stravalib/issues/190"/></item>
    /// <item><see href="https://github.com/dreeveapp/dreeve/issues/1449"/></item>
    /// <item><see href="https://github.com/dreeveapp/dreeve/issues/372"/></item>
    /// <item><see href="https://github.com/yihong0618/running_page/issues/697"/></item>
    /// <item><see href="https://github.com/fawda123/rStrava/issues/37"/></item>
    /// <item><see href="https://github.com/stravalib/stravalib/issues/185"/></item>
    /// <item><see href="https://github.com/googledatastudio/community-connectors/issues/291"/></item>
    /// <item><see href="https://github.com/iamstuartwilson/strava/issues/51"/></item>
    /// <item><see href="https://github.com/GoldenCheetah/GoldenCheetah/issues/3199"/></item>
    /// <item><see href="https://github.com/jat255/strava-to-fittrackee/issues/25"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Strava { get; } = new("strava")
    {
        Code = ["errors.0.code"],
        SubCode = ["errors.0.field", "errors.0.resource"],
        Text = ["message"],
        Reference = ["header:X-Request-Id"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["invalid", "code"] = LinkErrorCodes.InvalidGrant,
            ["invalid", "refresh_token"] = LinkErrorCodes.InvalidGrant,
            ["invalid", "client_id"] = LinkErrorCodes.InvalidClient,
            ["invalid", "redirect_uri"] = LinkErrorCodes.InvalidRedirectUri,
            ["invalid", "scope"] = LinkErrorCodes.InvalidScope,
            ["invalid", "access_token"] = LinkErrorCodes.InvalidToken,
            ["invalid"] = LinkErrorCodes.InvalidRequest,
            ["expired"] = LinkErrorCodes.InvalidGrant,
            ["missing", "AccessToken"] = LinkErrorCodes.InsufficientScope,
            ["missing"] = LinkErrorCodes.InvalidRequest,
            ["exceeded"] = LinkErrorCodes.RateLimited,
        },
    };
}
