using System.Collections.Frozen;

namespace LinkErrors.Pages;

/// <summary>
/// What a person meets, in as few kinds as there are different words for: many codes are one situation to her. A code has its
/// own situation where it has its own words.
/// </summary>
internal static class PageSituations
{
    private static readonly PageSituation SignInNeeded = new("sign_in_needed", PageIcon.NotAllowed) { CanRetry = true };
    private static readonly PageSituation NotAllowed = new("not_allowed", PageIcon.NotAllowed);
    private static readonly PageSituation NotFound = new("not_found", PageIcon.Stopped);
    private static readonly PageSituation Information = new("information", PageIcon.Stopped);
    private static readonly PageSituation RateLimited = new("rate_limited", PageIcon.Unavailable) { CanRetry = true };
    private static readonly PageSituation Unavailable = new("unavailable", PageIcon.Unavailable) { CanRetry = true };
    private static readonly PageSituation Unexpected = new("unexpected", PageIcon.Unknown) { CanRetry = true };
    private static readonly PageSituation Failed = new("failed", PageIcon.Unknown) { CanRetry = true };

    private static readonly (PageSituation Situation, string[] Codes)[] Table =
    [
        (new("link_expired", PageIcon.Expired) { CanRetry = true }, ["link_token_expired"]),
        (new("link_used", PageIcon.Stopped), ["link_token_consumed"]),
        (new("link_invalid", PageIcon.Stopped) { CanRetry = true }, ["link_token_invalid", "link_token_missing"]),
        (new("expired", PageIcon.Expired) { CanRetry = true }, ["session_expired", "login_attempt_expired", "expired_login_hint_token"]),
        (new("device_code_expired", PageIcon.Expired) { CanRetry = true }, ["expired_token"]),
        (new("waiting", PageIcon.Expired) { CanRetry = true }, ["authorization_pending", "slow_down"]),
        (new("lost_progress", PageIcon.Stopped) { CanRetry = true },
        [
            "callback_state_missing", "callback_state_invalid", "code_challenge_invalid", "link_token_not_validated",
        ]),
        (new("sign_in_again", PageIcon.Stopped) { CanRetry = true },
        [
            "session_missing", "session_inactive", "session_invalid", "login_attempt_missing", "login_attempt_invalid",
        ]),
        (SignInNeeded, ["login_required", "invalid_token"]),
        (new("not_verified", PageIcon.Stopped) { CanRetry = true }, ["session_not_verified"]),
        (new("no_way_back", PageIcon.NotAllowed) { DoubtsTarget = true },
        [
            "callback_url_missing", "callback_url_invalid", "redirect_uri_missing", "invalid_redirect_uri",
        ]),
        (new("app_misconfigured", PageIcon.Stopped),
        [
            "invalid_request", "unsupported_response_type", "unsupported_grant_type", "unsupported_token_type",
            "code_challenge_missing", "invalid_client_metadata", "invalid_software_statement",
            "invalid_authorization_details", "invalid_dpop_proof", "use_dpop_nonce", "invalid_request_uri",
            "invalid_request_object", "request_not_supported", "request_uri_not_supported", "registration_not_supported",
            "invalid_binding_message",
        ]),
        (new("app_unknown", PageIcon.NotAllowed) { DoubtsTarget = true }, ["invalid_client", "invalid_app"]),
        (new("app_not_allowed", PageIcon.NotAllowed), ["unauthorized_client", "unapproved_software_statement", "domain_invalid"]),
        (new("access_not_offered", PageIcon.NotAllowed), ["invalid_scope", "invalid_target"]),
        (new("cancelled", PageIcon.Stopped) { CanRetry = true }, ["user_cancelled"]),
        (new("access_denied", PageIcon.NotAllowed) { CanRetry = true }, ["access_denied"]),
        (new("permission_missing", PageIcon.NotAllowed) { CanRetry = true }, ["required_scopes_not_granted", "insufficient_scope"]),
        (new("permission_ended", PageIcon.Expired) { CanRetry = true }, ["invalid_grant"]),
        (new("no_permission", PageIcon.NotAllowed), ["no_permission"]),
        (NotAllowed, ["forbidden"]),
        (new("consent_needed", PageIcon.Stopped) { CanRetry = true }, ["consent_required"]),
        (new("interaction_needed", PageIcon.Stopped) { CanRetry = true }, ["interaction_required"]),
        (new("choose_account", PageIcon.Stopped) { CanRetry = true }, ["account_selection_required"]),
        (new("provider_unreachable", PageIcon.Unavailable) { CanRetry = true }, ["provider_api_error"]),
        (new("provider_error", PageIcon.Unavailable) { CanRetry = true }, ["provider_error"]),
        (new("answer_incomplete", PageIcon.Unavailable) { CanRetry = true }, ["callback_code_missing"]),
        (new("wrong_credentials", PageIcon.NotAllowed) { CanRetry = true }, ["provider_credential_error"]),
        (new("password_expired", PageIcon.Expired) { CanRetry = true }, ["provider_password_expired"]),
        (new("second_factor", PageIcon.NotAllowed) { CanRetry = true }, ["incorrect_mfa_code"]),
        (new("connection_ended", PageIcon.Stopped) { CanRetry = true }, ["provider_token_rejected"]),
        (new("already_linked", PageIcon.Stopped), ["duplicate_connection"]),
        (new("region", PageIcon.NotAllowed), ["unsupported_region"]),
        (new("stronger_sign_in", PageIcon.NotAllowed) { CanRetry = true }, ["insufficient_user_authentication"]),
        (new("second_step_setup", PageIcon.NotAllowed) { CanRetry = true }, ["unmet_authentication_requirements"]),
        (new("personal_code", PageIcon.NotAllowed) { CanRetry = true }, ["missing_user_code", "invalid_user_code"]),
        (new("captcha", PageIcon.Stopped) { CanRetry = true }, ["captcha_invalid"]),
        (new("passkey_failed", PageIcon.Stopped) { CanRetry = true }, ["passkey_data_missing", "passkey_data_invalid"]),
        (new("passkey_expired", PageIcon.Expired) { CanRetry = true }, ["passkey_data_expired"]),
        (new("passkey_other_organization", PageIcon.NotAllowed), ["passkey_wrong_organization"]),
        (new("account_not_found", PageIcon.Stopped) { CanRetry = true }, ["unknown_user_id", "user_not_found"]),
        (new("connection_not_found", PageIcon.Stopped), ["connection_missing"]),
        (new("organization_not_found", PageIcon.Stopped), ["organization_id_missing"]),
        (NotFound, ["not_found", "entity_missing"]),
        (Information, ["missing_fields", "entity_invalid", "unprocessable_entity"]),
        (new("conflict", PageIcon.Stopped), ["conflict"]),
        (RateLimited, ["rate_limited"]),
        (new("too_many_attempts", PageIcon.Unavailable) { CanRetry = true }, ["too_many_requests"]),
        (Unavailable, ["temporarily_unavailable"]),
        (Unexpected, ["server_error", "session_id_missing", "session_initialization_failed", "transaction_failed"]),
        (Failed, ["generic_error"]),
    ];

    private static readonly FrozenDictionary<string, PageSituation> ByCode = Table
        .SelectMany(row => row.Codes, static (row, code) => (code, row.Situation))
        .ToFrozenDictionary(row => row.code, row => row.Situation, StringComparer.Ordinal);

    /// <summary>Every situation, for tests of the texts.</summary>
    public static IEnumerable<PageSituation> All => Table.Select(row => row.Situation);

    /// <summary>The codes that have a situation, for tests.</summary>
    public static IEnumerable<string> Codes => ByCode.Keys;

    /// <summary>The situation of an error; one of its status where nobody wrote words for its code.</summary>
    public static PageSituation Find(LinkError error) =>
        ByCode.GetValueOrDefault(error.Code) ?? FindByStatus(error.StatusCode) with { CanRetry = error.IsTransient };

    private static PageSituation FindByStatus(int status) => status switch
    {
        401 => SignInNeeded,
        403 => NotAllowed,
        404 => NotFound,
        422 => Information,
        429 => RateLimited,
        503 => Unavailable,
        >= 500 => Unexpected,
        _ => Failed,
    };
}
