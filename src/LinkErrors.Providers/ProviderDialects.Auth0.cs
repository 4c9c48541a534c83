namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>auth0</c>: Auth0: the token endpoint, sign-up, and the Management API. A name of a status stands where a code is expected; the code, if there is one, is elsewhere.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/auth0/react-native-auth0/issues/224"/></item>
    /// <item><see href="https://github.com/DuendeArchive/IdentityServer4/issues/3439"/></item>
    /// <item><see href="https://github.com/poap-xyz/poap-sdk/pull/221"/></item>
    /// <item><see href="https://github.com/auth0/lock/issues/2321"/></item>
    /// <item><see href="https://github.com/auth0/node-auth0/pull/886"/></item>
    /// <item><see href="https://auth0.com/docs/libraries/common-auth0-library-authentication-errors.md"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Auth0 { get; } = new("auth0")
    {
        Code = ["errorCode", "code", "error"],
        Text = ["error_description", "description", "message"],
        Codes =
        {
            ["invalid_user_password"] = LinkErrorCodes.ProviderCredentialError,
            ["mfa_invalid_code"] = LinkErrorCodes.IncorrectMfaCode,
            ["too_many_attempts"] = LinkErrorCodes.RateLimited,
            ["unauthorized"] = LinkErrorCodes.AccessDenied,
        },
    };
}
