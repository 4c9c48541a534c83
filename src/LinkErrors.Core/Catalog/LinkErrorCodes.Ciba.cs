namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The login_hint_token of the backchannel request is no longer valid (CIBA Core section 13).</summary>
    public const string ExpiredLoginHintToken = "expired_login_hint_token";

    /// <summary>No user fits the hint of the backchannel request (CIBA Core section 13).</summary>
    public const string UnknownUserId = "unknown_user_id";

    /// <summary>The user protects backchannel requests with a secret code, and the request has none (CIBA Core section 13).</summary>
    public const string MissingUserCode = "missing_user_code";

    /// <summary>The secret code of the user is wrong (CIBA Core section 13).</summary>
    public const string InvalidUserCode = "invalid_user_code";

    /// <summary>The binding message is too long or has characters that a device cannot show (CIBA Core section 13).</summary>
    public const string InvalidBindingMessage = "invalid_binding_message";

    /// <summary>The backchannel authentication ended with a fault of the server (CIBA Core section 11).</summary>
    public const string TransactionFailed = "transaction_failed";
}
