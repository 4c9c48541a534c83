namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>wechat</c>: WeChat. Everything comes with 200, as JSON of the media type text/plain.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/xu-li/cordova-plugin-wechat/issues/266"/></item>
    /// <item><see href="https://github.com/binarywang/WxJava/issues/1626"/></item>
    /// <item><see href="https://github.com/xu-li/cordova-plugin-wechat/issues/522"/></item>
    /// <item><see href="https://github.com/logto-io/logto/pull/422"/></item>
    /// <item><see href="https://github.com/node-webot/wechat/issues/94"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect WeChat { get; } = new("wechat")
    {
        Code = ["errcode"],
        Text = ["errmsg"],
        PassesUnknownCodes = false,
        IsError = static response => response.FindText("errcode") is not (null or "0"),
        Codes =
        {
            ["40029"] = LinkErrorCodes.InvalidGrant,
            ["40163"] = LinkErrorCodes.InvalidGrant,
            ["42001"] = LinkErrorCodes.InvalidToken,
        },
    };
}
