namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>twitch</c>: Twitch. There are no codes: two fixed texts of the token endpoint stand for them.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/Teekeks/pyTwitchAPI/issues/37"/></item>
    /// <item><see href="https://github.com/twitchdev/issues/issues/1037"/></item>
    /// <item><see href="https://github.com/twitchdev/issues/issues/1042"/></item>
    /// <item><see href="https://github.com/mikeyaworski/Twitch-Lurker/issues/11"/></item>
    /// <item><see href="https://github.com/twitchdev/issues/issues/105"/></item>
    /// <item><see href="https://github.com/justintv/Twitch-API/issues/691"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Twitch { get; } = new("twitch")
    {
        Code = ["error", "message"],
        Text = ["message"],
        StatusCodes = { [400] = LinkErrorCodes.InvalidRequest },
        Codes =
        {
            ["Invalid refresh token"] = LinkErrorCodes.InvalidGrant,
            ["Invalid grant"] = LinkErrorCodes.InvalidGrant,
        },
    };
}
