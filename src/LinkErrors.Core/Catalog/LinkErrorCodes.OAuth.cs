namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>A required parameter is missing, repeated or malformed (RFC 6749 section 4.1.2.1).</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>The client is known, but its registration does not allow this way of getting a token (RFC 6749 section 5.2).</summary>
    public const string UnauthorizedClient = "unauthorized_client";

    /// <summary>The user or the authorization server said no (RFC 6749 section 4.1.2.1).</summary>
    public const string AccessDenied = "access_denied";

    /// <summary>The authorization server cannot answer with this response type (RFC 6749 section 4.1.2.1).</summary>
    public const string UnsupportedResponseType = "unsupported_response_type";

    /// <summary>At least one requested scope does not exist, or the client may not ask for it (RFC 6749 section 4.1.2.1).</summary>
    public const string InvalidScope = "invalid_scope";

    /// <summary>The service met a condition that it did not expect. Its cause is in its log under the reference.</summary>
    public const string ServerError = "server_error";

    /// <summary>The service is overloaded or under maintenance (RFC 6749 section 4.1.2.1).</summary>
    public const string TemporarilyUnavailable = "temporarily_unavailable";

    /// <summary>The client is unknown, sent no credentials or the wrong ones (RFC 6749 section 5.2).</summary>
    public const string InvalidClient = "invalid_client";

    /// <summary>The authorization code, refresh token or assertion cannot be used, or belongs to another client (RFC 6749 section 5.2).</summary>
    public const string InvalidGrant = "invalid_grant";

    /// <summary>The token endpoint does not know the grant type (RFC 6749 section 5.2).</summary>
    public const string UnsupportedGrantType = "unsupported_grant_type";
}
