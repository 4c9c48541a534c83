namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The request forbids a user interface, but the service needs one (OpenID Connect Core section 3.1.2.6).</summary>
    public const string InteractionRequired = "interaction_required";

    /// <summary>The request forbids a user interface, but the user is not signed in (OpenID Connect Core section 3.1.2.6).</summary>
    public const string LoginRequired = "login_required";

    /// <summary>The user is signed in with several accounts and must select one (OpenID Connect Core section 3.1.2.6).</summary>
    public const string AccountSelectionRequired = "account_selection_required";

    /// <summary>The request forbids a user interface, but consent is missing (OpenID Connect Core section 3.1.2.6).</summary>
    public const string ConsentRequired = "consent_required";

    /// <summary>The request_uri returned an error or invalid data, or has expired (OpenID Connect Core section 3.1.2.6, RFC 9126).</summary>
    public const string InvalidRequestUri = "invalid_request_uri";

    /// <summary>The signed request object cannot be parsed or verified (OpenID Connect Core section 3.1.2.6, RFC 9101).</summary>
    public const string InvalidRequestObject = "invalid_request_object";

    /// <summary>The server does not take request objects by value (OpenID Connect Core section 3.1.2.6).</summary>
    public const string RequestNotSupported = "request_not_supported";

    /// <summary>The server does not take request objects by reference (OpenID Connect Core section 3.1.2.6).</summary>
    public const string RequestUriNotSupported = "request_uri_not_supported";

    /// <summary>The server does not register clients within a request (OpenID Connect Core section 3.1.2.6).</summary>
    public const string RegistrationNotSupported = "registration_not_supported";

    /// <summary>The essential authentication context that the client asked for was not reached (OpenID Connect Unmet Authentication Requirements 1.0).</summary>
    public const string UnmetAuthenticationRequirements = "unmet_authentication_requirements";
}
