namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The provider sent the browser back without an authorization code and without an error.</summary>
    public const string CallbackCodeMissing = "callback_code_missing";

    /// <summary>The callback, or the start of the login flow, carries no state, so it cannot be tied to the browser that began.</summary>
    public const string CallbackStateMissing = "callback_state_missing";

    /// <summary>The state was changed, belongs to another browser or session, or its cookie was lost.</summary>
    public const string CallbackStateInvalid = "callback_state_invalid";

    /// <summary>The login flow was started without the URL to return to.</summary>
    public const string CallbackUrlMissing = "callback_url_missing";

    /// <summary>The callback URL is malformed or does not belong to a registered domain.</summary>
    public const string CallbackUrlInvalid = "callback_url_invalid";

    /// <summary>No redirect URI was sent, and none can be derived from the client registration.</summary>
    public const string RedirectUriMissing = "redirect_uri_missing";

    /// <summary>The flow needs proof key for code exchange (RFC 7636), but the request has no code challenge.</summary>
    public const string CodeChallengeMissing = "code_challenge_missing";

    /// <summary>The verifier of the callback step does not hash to the challenge that began the flow (RFC 7636 section 4.6).</summary>
    public const string CodeChallengeInvalid = "code_challenge_invalid";
}
