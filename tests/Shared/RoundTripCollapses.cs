namespace LinkErrors.Tests.Shared;

/// <summary>
/// The codes that a dialect cannot tell apart, so that another comes back than was sent. Everything that is not listed
/// comes back as itself.
/// </summary>
internal static class RoundTripCollapses
{
    public const string Parameters = "parameters";

    public const string Json = "json";

    /// <summary>An error of a token that is no OAuth token: a grant in the eyes of OAuth.</summary>
    private static readonly string[] Grants =
        ["link_token_invalid", "link_token_expired", "link_token_consumed", "link_token_not_validated", "code_challenge_invalid"];

    /// <summary>The user or the service said no.</summary>
    private static readonly string[] Refusals =
    [
        "provider_credential_error", "provider_password_expired", "required_scopes_not_granted", "incorrect_mfa_code", "user_cancelled",
        "provider_token_rejected", "no_permission", "user_not_found", "passkey_wrong_organization",
    ];

    /// <summary>The fault is not the client's.</summary>
    private static readonly string[] Faults = ["provider_api_error", "provider_error", "session_id_missing", "session_initialization_failed"];

    /// <summary>The fault is the request's, and OAuth has no name for it.</summary>
    private static readonly string[] Requests =
    [
        "callback_code_missing", "callback_state_missing", "callback_state_invalid", "callback_url_missing", "callback_url_invalid",
        "redirect_uri_missing", "code_challenge_missing", "login_attempt_missing", "login_attempt_expired", "login_attempt_invalid",
        "captcha_invalid", "passkey_data_missing", "passkey_data_expired", "passkey_data_invalid", "unsupported_region", "generic_error",
        "missing_fields", "domain_invalid", "connection_missing", "organization_id_missing", "entity_invalid", "invalid_app",
        "session_missing", "session_not_verified", "session_expired", "session_inactive", "session_invalid",
    ];

    public static IReadOnlyList<(string Dialect, string Medium, string To, string Reason, string[] From)> All { get; } =
    [
        .. OnBoth("junction", "link_token_invalid", "Junction calls a bad link token invalid_token", ["invalid_token"]),

        // oauth, and problem-details on a redirect: a code that is not registered is sent as its definition's OAuth code.
        .. OAuth("oauth", Parameters),
        ("oauth", Parameters, "invalid_request", "invalid_grant means nothing at a redirect URI", Grants),
        .. OAuth("oauth", Json),
        ("oauth", Json, "invalid_grant", "its OAuth code", Grants),
        .. OAuth("problem-details", Parameters),
        ("problem-details", Parameters, "invalid_request", "invalid_grant means nothing at a redirect URI", Grants),

        // loop: the same, but it has codes of its own for some statuses.
        .. OnBoth("loop", "access_denied", "its OAuth code", Refusals),
        .. OnBoth("loop", "server_error", "its OAuth code", Faults),
        .. OnBoth("loop", "invalid_request", "its OAuth code", Requests),
        .. OnBoth("loop", "not_found", "Loop's code of its status", ["link_token_missing", "entity_missing"]),
        .. OnBoth("loop", "conflict", "Loop's code of its status", ["duplicate_connection"]),
        .. OnBoth("loop", "rate_limited", "Loop's code of its status", ["too_many_requests"]),
        ("loop", Parameters, "invalid_request", "invalid_grant means nothing at a redirect URI", Grants),
        ("loop", Json, "invalid_grant", "its OAuth code", Grants),

        // zapier: three codes, and the fixed descriptions of nine errors.
        .. OnBoth("zapier", "access_denied", "access refused", [.. Refusals.Except(["user_not_found"], StringComparer.Ordinal), "duplicate_connection", "forbidden", "insufficient_scope", "unmet_authentication_requirements"]),
        .. OnBoth("zapier", "server_error", "5xx", ["provider_api_error", "session_id_missing", "temporarily_unavailable"]),
        .. OnBoth("zapier", "invalid_request", "anything else", [.. Requests.Except(["invalid_app"], StringComparer.Ordinal), .. ZapierOthers]),
        ("zapier", Parameters, "invalid_request", "a code of the token endpoint, or the status 404, is no parameter", ["invalid_grant", "invalid_client", "link_token_missing"]),
    ];

    private static string[] ZapierOthers =>
    [
        "link_token_consumed", "link_token_not_validated", "code_challenge_invalid", "entity_missing", "not_found", "conflict",
        "unprocessable_entity", "rate_limited", "too_many_requests", "unauthorized_client", "unsupported_response_type", "invalid_scope",
        "unsupported_grant_type", "invalid_token", "insufficient_user_authentication", "unsupported_token_type", "invalid_client_metadata",
        "invalid_software_statement", "unapproved_software_statement", "interaction_required", "login_required",
        "account_selection_required", "consent_required", "invalid_request_uri", "invalid_request_object", "request_not_supported",
        "request_uri_not_supported", "registration_not_supported", "authorization_pending", "slow_down", "expired_token",
        "invalid_authorization_details", "invalid_dpop_proof", "use_dpop_nonce", "expired_login_hint_token", "unknown_user_id",
        "missing_user_code", "invalid_user_code", "invalid_binding_message", "transaction_failed",
    ];

    public static string Expected(string dialect, string medium, string code) =>
        All.SingleOrDefault(row => row.Dialect == dialect && row.Medium == medium && row.From.Contains(code, StringComparer.Ordinal)).To ?? code;

    private static (string Dialect, string Medium, string To, string Reason, string[] From)[] OnBoth(string dialect, string to, string reason, string[] from) =>
        [(dialect, Parameters, to, reason, from), (dialect, Json, to, reason, from)];

    private static (string Dialect, string Medium, string To, string Reason, string[] From)[] OAuth(string dialect, string medium) =>
    [
        (dialect, medium, "access_denied", "its OAuth code", [.. Refusals, "duplicate_connection", "forbidden"]),
        (dialect, medium, "server_error", "its OAuth code", Faults),
        (dialect, medium, "temporarily_unavailable", "its OAuth code", ["rate_limited", "too_many_requests"]),
        (dialect, medium, "invalid_request", "its OAuth code", [.. Requests, "link_token_missing", "entity_missing", "not_found", "conflict", "unprocessable_entity"]),
    ];
}
