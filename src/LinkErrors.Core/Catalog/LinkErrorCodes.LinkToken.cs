namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The link token that starts the flow cannot be parsed, has a bad signature or was never issued.</summary>
    public const string LinkTokenInvalid = "link_token_invalid";

    /// <summary>The link token was valid once, but its lifetime ended before the flow was completed.</summary>
    public const string LinkTokenExpired = "link_token_expired";

    /// <summary>A connection was already made with this link token, and a link token works once.</summary>
    public const string LinkTokenConsumed = "link_token_consumed";

    /// <summary>The flow went on before the link token had passed validation.</summary>
    public const string LinkTokenNotValidated = "link_token_not_validated";

    /// <summary>The request that starts the flow carries no link token, so no flow and no trusted target are known.</summary>
    public const string LinkTokenMissing = "link_token_missing";
}
