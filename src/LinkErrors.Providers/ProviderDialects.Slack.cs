using System.Text.Json;

namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>slack</c>: Slack. Errors come with 200, a rate limit apart. There is no text.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/krishamoud/meteor-slack-api/issues/7"/></item>
    /// <item><see href="https://github.com/kmrshntr/omniauth-slack/issues/54"/></item>
    /// <item><see href="https://github.com/sagi/workers-slack/issues/28"/></item>
    /// <item><see href="https://github.com/dblock/slack-strava/pull/251"/></item>
    /// <item><see href="https://github.com/beginner-corp/slack/issues/105"/></item>
    /// <item><see href="https://github.com/slackapi/java-slack-sdk/pull/47"/></item>
    /// <item><see href="https://github.com/slackapi/java-slack-sdk/issues/167"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Slack { get; } = new("slack")
    {
        Code = ["error"],
        Scopes = ["needed"],
        Reference = ["header:x-slack-req-id"],
        IsError = static response => response.GetMember("ok") is { ValueKind: JsonValueKind.False },
        Codes =
        {
            ["invalid_code"] = LinkErrorCodes.InvalidGrant,
            ["code_already_used"] = LinkErrorCodes.InvalidGrant,
            ["bad_client_secret"] = LinkErrorCodes.InvalidClient,
            ["invalid_auth"] = LinkErrorCodes.InvalidToken,
            ["missing_scope"] = LinkErrorCodes.InsufficientScope,
            ["ratelimited"] = LinkErrorCodes.RateLimited,
        },
    };
}
