namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>fitbit</c>: Fitbit. Its expired_token is the access token, not the device code of RFC 8628.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/home-assistant/core/issues/141223"/></item>
    /// <item><see href="https://github.com/lukasolson/fitbit-node/issues/14"/></item>
    /// <item><see href="https://github.com/lukasolson/fitbit-node/issues/7"/></item>
    /// <item><see href="https://github.com/NickHeiner/decomissioned-fitbit-export/issues/18"/></item>
    /// <item><see href="https://github.com/NickHeiner/decomissioned-fitbit-export/issues/24"/></item>
    /// <item><see href="https://github.com/NickHeiner/decomissioned-fitbit-export/issues/19"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Fitbit { get; } = new("fitbit")
    {
        Code = ["errors.0.errorType"],
        Text = ["errors.0.message"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["expired_token"] = LinkErrorCodes.InvalidToken,
        },
    };
}
