namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The revocation endpoint does not revoke the presented type of token (RFC 7009 section 2.2.1).</summary>
    public const string UnsupportedTokenType = "unsupported_token_type";

    /// <summary>The redirect URI does not equal a registered one (RFC 6749 section 3.1.2.4), or cannot be registered (RFC 7591 section 3.2.2).</summary>
    public const string InvalidRedirectUri = "invalid_redirect_uri";

    /// <summary>A value of the client registration was rejected (RFC 7591 section 3.2.2).</summary>
    public const string InvalidClientMetadata = "invalid_client_metadata";

    /// <summary>The software statement of the client registration cannot be verified (RFC 7591 section 3.2.2).</summary>
    public const string InvalidSoftwareStatement = "invalid_software_statement";

    /// <summary>The software statement is genuine, but this server does not accept its issuer (RFC 7591 section 3.2.2).</summary>
    public const string UnapprovedSoftwareStatement = "unapproved_software_statement";

    /// <summary>The device may go on polling (RFC 8628 section 3.5).</summary>
    public const string AuthorizationPending = "authorization_pending";

    /// <summary>Authorization is pending and the polling interval must grow by five seconds (RFC 8628 section 3.5).</summary>
    public const string SlowDown = "slow_down";

    /// <summary>The device authorization was not completed in time (RFC 8628 section 3.5).</summary>
    public const string ExpiredToken = "expired_token";

    /// <summary>The resource parameter does not name a resource that the grant is good for (RFC 8707 section 2).</summary>
    public const string InvalidTarget = "invalid_target";

    /// <summary>The authorization_details parameter is malformed or of an unknown type (RFC 9396 section 5).</summary>
    public const string InvalidAuthorizationDetails = "invalid_authorization_details";

    /// <summary>The proof of possession is missing, malformed, replayed or made with another key (RFC 9449 section 5).</summary>
    public const string InvalidDPoPProof = "invalid_dpop_proof";

    /// <summary>The server wants its own nonce, sent in the DPoP-Nonce header, in the proof (RFC 9449 section 8).</summary>
    public const string UseDPoPNonce = "use_dpop_nonce";
}
