namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>hubspot</c>: HubSpot. The code of its own says more than the standard one beside it.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/HubSpot/hubspot-api-nodejs/issues/50"/></item>
    /// <item><see href="https://skills.sh/jeremylongshore/claude-code-plugins-plus-skills/hubspot-common-errors"/></item>
    /// <item><see href="https://github.com/HubSpot/hubspot-api-python/issues/115"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect HubSpot { get; } = new("hubspot")
    {
        Code = ["category", "status", "error"],
        Text = ["error_description", "message"],
        Reference = ["correlationId"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["BAD_REFRESH_TOKEN"] = LinkErrorCodes.InvalidGrant,
            ["BAD_AUTH_CODE"] = LinkErrorCodes.InvalidGrant,
            ["EXPIRED_AUTH_CODE"] = LinkErrorCodes.InvalidGrant,
            ["MISSING_SCOPES"] = LinkErrorCodes.InsufficientScope,
            ["INVALID_AUTHENTICATION"] = LinkErrorCodes.InvalidToken,
            ["VALIDATION_ERROR"] = LinkErrorCodes.InvalidRequest,
        },
    };
}
