namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The user name, password or authorization was refused by the provider.</summary>
    public const string ProviderCredentialError = "provider_credential_error";

    /// <summary>The provider demands a new password before it allows another sign-in.</summary>
    public const string ProviderPasswordExpired = "provider_password_expired";

    /// <summary>A call to the API of the provider failed for a reason that the user cannot change.</summary>
    public const string ProviderApiError = "provider_api_error";

    /// <summary>The provider, or this service, does not offer linking in the region of the request.</summary>
    public const string UnsupportedRegion = "unsupported_region";

    /// <summary>The same provider account is connected to a different user, and the service allows one user only.</summary>
    public const string DuplicateConnection = "duplicate_connection";

    /// <summary>The user left out at least one permission that the connection cannot work without.</summary>
    public const string RequiredScopesNotGranted = "required_scopes_not_granted";

    /// <summary>The code of the second factor that was sent to the provider was refused.</summary>
    public const string IncorrectMfaCode = "incorrect_mfa_code";

    /// <summary>The user closed or cancelled the flow before it was complete.</summary>
    public const string UserCancelled = "user_cancelled";

    /// <summary>The provider ended the flow with an error of its own that no other code describes.</summary>
    public const string ProviderError = "provider_error";

    /// <summary>The provider answered 401 to the stored token: the user withdrew the permission there, or it was revoked.</summary>
    public const string ProviderTokenRejected = "provider_token_rejected";
}
