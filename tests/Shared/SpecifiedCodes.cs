namespace LinkErrors.Tests.Shared;

/// <summary>What the specifications demand of the catalog, written out by hand: never derived from the code under test.</summary>
internal static class SpecifiedCodes
{
    /// <summary>Every canonical code and its exception, system by system.</summary>
    public static IReadOnlyList<(string Code, string Exception)> All { get; } =
    [
        // Junction: "Link Error Types".
        ("link_token_invalid", "InvalidLinkTokenException"),
        ("link_token_expired", "LinkTokenExpiredException"),
        ("link_token_consumed", "LinkTokenConsumedException"),
        ("link_token_not_validated", "LinkTokenNotValidatedException"),
        ("provider_credential_error", "ProviderCredentialException"),
        ("provider_password_expired", "ProviderPasswordExpiredException"),
        ("provider_api_error", "ProviderApiException"),
        ("unsupported_region", "UnsupportedRegionException"),
        ("duplicate_connection", "DuplicateConnectionException"),
        ("required_scopes_not_granted", "RequiredScopesNotGrantedException"),
        ("incorrect_mfa_code", "IncorrectMfaCodeException"),
        ("user_cancelled", "UserCancelledException"),

        // ORCID Link: "Interactive Errors" and "Error Catalog".
        ("provider_error", "ProviderErrorException"),
        ("callback_code_missing", "CallbackCodeMissingException"),
        ("callback_state_missing", "CallbackStateMissingException"),
        ("session_id_missing", "SessionIdMissingException"),
        ("callback_state_invalid", "CallbackStateInvalidException"),
        ("provider_token_rejected", "ProviderTokenRejectedException"),

        // Zapier: "Redirect errors" and "Non-redirect errors".
        ("invalid_app", "InvalidAppException"),
        ("user_not_found", "UserNotFoundException"),
        ("session_initialization_failed", "SessionInitializationFailedException"),
        ("link_token_missing", "LinkTokenMissingException"),
        ("redirect_uri_missing", "RedirectUriMissingException"),

        // CentralAuth: "Error codes", and the rate limit of its API.
        ("generic_error", "GenericErrorException"),
        ("no_permission", "NoPermissionException"),
        ("missing_fields", "MissingFieldsException"),
        ("session_missing", "SessionMissingException"),
        ("session_not_verified", "SessionNotVerifiedException"),
        ("session_expired", "SessionExpiredException"),
        ("session_inactive", "SessionInactiveException"),
        ("session_invalid", "SessionInvalidException"),
        ("domain_invalid", "DomainInvalidException"),
        ("login_attempt_missing", "LoginAttemptMissingException"),
        ("login_attempt_expired", "LoginAttemptExpiredException"),
        ("login_attempt_invalid", "LoginAttemptInvalidException"),
        ("passkey_data_missing", "PasskeyDataMissingException"),
        ("passkey_data_expired", "PasskeyDataExpiredException"),
        ("passkey_data_invalid", "PasskeyDataInvalidException"),
        ("passkey_wrong_organization", "PasskeyWrongOrganizationException"),
        ("callback_url_missing", "CallbackUrlMissingException"),
        ("callback_url_invalid", "CallbackUrlInvalidException"),
        ("connection_missing", "ConnectionMissingException"),
        ("organization_id_missing", "OrganizationIdMissingException"),
        ("code_challenge_missing", "CodeChallengeMissingException"),
        ("code_challenge_invalid", "CodeChallengeInvalidException"),
        ("captcha_invalid", "CaptchaInvalidException"),
        ("entity_missing", "EntityMissingException"),
        ("entity_invalid", "EntityInvalidException"),
        ("too_many_requests", "TooManyRequestsException"),

        // Loop: the service calls.
        ("forbidden", "ForbiddenException"),
        ("not_found", "NotFoundException"),
        ("conflict", "ConflictException"),
        ("unprocessable_entity", "UnprocessableEntityException"),
        ("rate_limited", "RateLimitedException"),

        // RFC 6749 §4.1.2.1 and §5.2.
        ("invalid_request", "InvalidRequestException"),
        ("unauthorized_client", "UnauthorizedClientException"),
        ("access_denied", "AccessDeniedException"),
        ("unsupported_response_type", "UnsupportedResponseTypeException"),
        ("invalid_scope", "InvalidScopeException"),
        ("server_error", "ServerErrorException"),
        ("temporarily_unavailable", "TemporarilyUnavailableException"),
        ("invalid_client", "InvalidClientException"),
        ("invalid_grant", "InvalidGrantException"),
        ("unsupported_grant_type", "UnsupportedGrantTypeException"),

        // RFC 6750 §3.1.
        ("invalid_token", "InvalidTokenException"),
        ("insufficient_scope", "InsufficientScopeException"),

        // RFC 7009 §2.2.1, RFC 7591 §3.2.2.
        ("unsupported_token_type", "UnsupportedTokenTypeException"),
        ("invalid_redirect_uri", "InvalidRedirectUriException"),
        ("invalid_client_metadata", "InvalidClientMetadataException"),
        ("invalid_software_statement", "InvalidSoftwareStatementException"),
        ("unapproved_software_statement", "UnapprovedSoftwareStatementException"),

        // OpenID Connect Core §3.1.2.6, Unmet Authentication Requirements 1.0.
        ("interaction_required", "InteractionRequiredException"),
        ("login_required", "LoginRequiredException"),
        ("account_selection_required", "AccountSelectionRequiredException"),
        ("consent_required", "ConsentRequiredException"),
        ("invalid_request_uri", "InvalidRequestUriException"),
        ("invalid_request_object", "InvalidRequestObjectException"),
        ("request_not_supported", "RequestNotSupportedException"),
        ("request_uri_not_supported", "RequestUriNotSupportedException"),
        ("registration_not_supported", "RegistrationNotSupportedException"),
        ("unmet_authentication_requirements", "UnmetAuthenticationRequirementsException"),

        // RFC 8628 §3.5, RFC 8707 §2, RFC 9396 §5, RFC 9449 §5 and §8, RFC 9470 §3.
        ("authorization_pending", "AuthorizationPendingException"),
        ("slow_down", "SlowDownException"),
        ("expired_token", "ExpiredTokenException"),
        ("invalid_target", "InvalidTargetException"),
        ("invalid_authorization_details", "InvalidAuthorizationDetailsException"),
        ("invalid_dpop_proof", "InvalidDPoPProofException"),
        ("use_dpop_nonce", "UseDPoPNonceException"),
        ("insufficient_user_authentication", "InsufficientUserAuthenticationException"),

        // CIBA Core §13.
        ("expired_login_hint_token", "ExpiredLoginHintTokenException"),
        ("unknown_user_id", "UnknownUserIdException"),
        ("missing_user_code", "MissingUserCodeException"),
        ("invalid_user_code", "InvalidUserCodeException"),
        ("invalid_binding_message", "InvalidBindingMessageException"),
        ("transaction_failed", "TransactionFailedException"),
    ];

    /// <summary>The codes of the OAuth extensions error registry that the catalog must hold.</summary>
    public static IReadOnlyList<string> Registered { get; } =
    [
        // RFC 6749
        "invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type", "invalid_scope", "server_error",
        "temporarily_unavailable", "invalid_client", "invalid_grant", "unsupported_grant_type",

        // RFC 6750, RFC 7009, RFC 7591
        "invalid_token", "insufficient_scope", "unsupported_token_type", "invalid_redirect_uri", "invalid_client_metadata",
        "invalid_software_statement", "unapproved_software_statement",

        // OpenID Connect
        "interaction_required", "login_required", "account_selection_required", "consent_required", "invalid_request_uri",
        "invalid_request_object", "request_not_supported", "request_uri_not_supported", "registration_not_supported",
        "unmet_authentication_requirements",

        // RFC 8628, RFC 8707, RFC 9396, RFC 9449, RFC 9470
        "authorization_pending", "slow_down", "expired_token", "invalid_target", "invalid_authorization_details",
        "invalid_dpop_proof", "use_dpop_nonce", "insufficient_user_authentication",

        // CIBA
        "expired_login_hint_token", "unknown_user_id", "missing_user_code", "invalid_user_code", "invalid_binding_message",
        "transaction_failed",
    ];

    public static TheoryData<string, string> ToTheoryData()
    {
        TheoryData<string, string> data = [];
        foreach ((string code, string exception) in All)
        {
            data.Add(code, exception);
        }

        return data;
    }
}
