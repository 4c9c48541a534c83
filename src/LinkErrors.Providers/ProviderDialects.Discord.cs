namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>discord</c>: Discord. Codes are numbers outside of the token endpoint; 0 says nothing, so that the status does.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/reboxer/discord-oauth2/issues/92"/></item>
    /// <item><see href="https://github.com/discord/discord-api-docs/issues/5579"/></item>
    /// <item><see href="https://github.com/discord/discord-api-docs/issues/1650"/></item>
    /// <item><see href="https://raw.githubusercontent.com/api-evangelist/discord/refs/heads/main/json-schema/discord-error-schema.json"/></item>
    /// <item><see href="https://app.unpkg.com/discord-api-types@0.38.30/files/rest/common.d.ts"/></item>
    /// <item><see href="https://deno.land/x/discord_api_types@0.15.0/rest/common.ts"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Discord { get; } = new("discord")
    {
        Code = ["error", "code"],
        Text = ["error_description", "message"],
        RetryAfter = ["retry_after"],
        Codes =
        {
            ["10012"] = LinkErrorCodes.InvalidToken,
            ["40001"] = LinkErrorCodes.InvalidToken,
            ["50035"] = LinkErrorCodes.InvalidRequest,
        },
    };
}
