namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>apple</c>: Sign in with Apple. Its codes are those of RFC 6749 §5.2, but for the cancel on the callback.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/klausbetz/apple-identity-provider-keycloak/issues/50"/></item>
    /// <item><see href="https://github.com/mikebronner/laravel-sign-in-with-apple/issues/9"/></item>
    /// <item><see href="https://github.com/aboutyou/dart_packages/pull/97"/></item>
    /// <item><see href="https://github.com/aspnet-contrib/AspNet.Security.OAuth.Providers/issues/424"/></item>
    /// <item><see href="https://developer.apple.com/forums/thread/123909"/></item>
    /// <item><see href="https://developer.apple.com/tutorials/data/documentation/signinwithapplerestapi/errorresponse.md"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Apple { get; } = new("apple")
    {
        Code = ["error"],
        Text = ["error_description"],
        Codes =
        {
            ["user_cancelled_authorize"] = LinkErrorCodes.UserCancelled,
        },
    };
}
