using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Interaction required: <see cref="LinkErrorCodes.InteractionRequired"/>. The request forbids a user interface, but the service needs one (OpenID Connect Core section 3.1.2.6).</summary>
    public static LinkErrorDefinition InteractionRequired { get; } = new(LinkErrorCodes.InteractionRequired)
    {
        Title = "Interaction required",
        Message = "The user must interact with the service.",
        Description = "The request forbids a user interface, but the service needs one (OpenID Connect Core section 3.1.2.6).",
        Action = "Repeat the request without prompt=none.",
        OAuthCode = LinkErrorCodes.InteractionRequired,
        ExceptionFactory = static (error, innerException) => new InteractionRequiredException(error, innerException),
    };

    /// <summary>Login required: <see cref="LinkErrorCodes.LoginRequired"/>. The request forbids a user interface, but the user is not signed in (OpenID Connect Core section 3.1.2.6).</summary>
    public static LinkErrorDefinition LoginRequired { get; } = new(LinkErrorCodes.LoginRequired)
    {
        Title = "Login required",
        Message = "The user must sign in.",
        Description = "The request forbids a user interface, but the user is not signed in (OpenID Connect Core section 3.1.2.6).",
        Action = "Repeat the request without prompt=none.",
        OAuthCode = LinkErrorCodes.LoginRequired,
        ExceptionFactory = static (error, innerException) => new LoginRequiredException(error, innerException),
    };

    /// <summary>Account selection required: <see cref="LinkErrorCodes.AccountSelectionRequired"/>. The user is signed in with several accounts and must select one (OpenID Connect Core section 3.1.2.6).</summary>
    public static LinkErrorDefinition AccountSelectionRequired { get; } = new(LinkErrorCodes.AccountSelectionRequired)
    {
        Title = "Account selection required",
        Message = "The user must choose an account.",
        Description = "The user is signed in with several accounts and must select one (OpenID Connect Core section 3.1.2.6).",
        Action = "Repeat the request without prompt=none.",
        OAuthCode = LinkErrorCodes.AccountSelectionRequired,
        ExceptionFactory = static (error, innerException) => new AccountSelectionRequiredException(error, innerException),
    };

    /// <summary>Consent required: <see cref="LinkErrorCodes.ConsentRequired"/>. The request forbids a user interface, but consent is missing (OpenID Connect Core section 3.1.2.6).</summary>
    public static LinkErrorDefinition ConsentRequired { get; } = new(LinkErrorCodes.ConsentRequired)
    {
        Title = "Consent required",
        Message = "The user must consent.",
        Description = "The request forbids a user interface, but consent is missing (OpenID Connect Core section 3.1.2.6).",
        Action = "Repeat the request without prompt=none.",
        OAuthCode = LinkErrorCodes.ConsentRequired,
        ExceptionFactory = static (error, innerException) => new ConsentRequiredException(error, innerException),
    };

    /// <summary>Request URI invalid: <see cref="LinkErrorCodes.InvalidRequestUri"/>. The request_uri returned an error or invalid data, or has expired (OpenID Connect Core section 3.1.2.6, RFC 9126).</summary>
    public static LinkErrorDefinition InvalidRequestUri { get; } = new(LinkErrorCodes.InvalidRequestUri)
    {
        Title = "Request URI invalid",
        Message = "The request_uri cannot be used.",
        Description = "The request_uri returned an error or invalid data, or has expired (OpenID Connect Core section 3.1.2.6, RFC 9126).",
        Action = "Push the authorization request again.",
        OAuthCode = LinkErrorCodes.InvalidRequestUri,
        ExceptionFactory = static (error, innerException) => new InvalidRequestUriException(error, innerException),
    };

    /// <summary>Request object invalid: <see cref="LinkErrorCodes.InvalidRequestObject"/>. The signed request object cannot be parsed or verified (OpenID Connect Core section 3.1.2.6, RFC 9101).</summary>
    public static LinkErrorDefinition InvalidRequestObject { get; } = new(LinkErrorCodes.InvalidRequestObject)
    {
        Title = "Request object invalid",
        Message = "The request object is not valid.",
        Description = "The signed request object cannot be parsed or verified (OpenID Connect Core section 3.1.2.6, RFC 9101).",
        Action = "Correct and sign the request object again.",
        OAuthCode = LinkErrorCodes.InvalidRequestObject,
        ExceptionFactory = static (error, innerException) => new InvalidRequestObjectException(error, innerException),
    };

    /// <summary>Request object not supported: <see cref="LinkErrorCodes.RequestNotSupported"/>. The server does not take request objects by value (OpenID Connect Core section 3.1.2.6).</summary>
    public static LinkErrorDefinition RequestNotSupported { get; } = new(LinkErrorCodes.RequestNotSupported)
    {
        Title = "Request object not supported",
        Message = "The request parameter is not supported.",
        Description = "The server does not take request objects by value (OpenID Connect Core section 3.1.2.6).",
        Action = "Send plain parameters.",
        OAuthCode = LinkErrorCodes.RequestNotSupported,
        ExceptionFactory = static (error, innerException) => new RequestNotSupportedException(error, innerException),
    };

    /// <summary>Request URI not supported: <see cref="LinkErrorCodes.RequestUriNotSupported"/>. The server does not take request objects by reference (OpenID Connect Core section 3.1.2.6).</summary>
    public static LinkErrorDefinition RequestUriNotSupported { get; } = new(LinkErrorCodes.RequestUriNotSupported)
    {
        Title = "Request URI not supported",
        Message = "The request_uri parameter is not supported.",
        Description = "The server does not take request objects by reference (OpenID Connect Core section 3.1.2.6).",
        Action = "Send plain parameters.",
        OAuthCode = LinkErrorCodes.RequestUriNotSupported,
        ExceptionFactory = static (error, innerException) => new RequestUriNotSupportedException(error, innerException),
    };

    /// <summary>Registration not supported: <see cref="LinkErrorCodes.RegistrationNotSupported"/>. The server does not register clients within a request (OpenID Connect Core section 3.1.2.6).</summary>
    public static LinkErrorDefinition RegistrationNotSupported { get; } = new(LinkErrorCodes.RegistrationNotSupported)
    {
        Title = "Registration not supported",
        Message = "The registration parameter is not supported.",
        Description = "The server does not register clients within a request (OpenID Connect Core section 3.1.2.6).",
        Action = "Register the client beforehand.",
        OAuthCode = LinkErrorCodes.RegistrationNotSupported,
        ExceptionFactory = static (error, innerException) => new RegistrationNotSupportedException(error, innerException),
    };

    /// <summary>Authentication requirements unmet: <see cref="LinkErrorCodes.UnmetAuthenticationRequirements"/>. The essential authentication context that the client asked for was not reached (OpenID Connect Unmet Authentication Requirements 1.0).</summary>
    public static LinkErrorDefinition UnmetAuthenticationRequirements { get; } = new(LinkErrorCodes.UnmetAuthenticationRequirements)
    {
        Title = "Authentication requirements unmet",
        Message = "The required way of authentication could not be provided.",
        Description = "The essential authentication context that the client asked for was not reached (OpenID Connect Unmet Authentication Requirements 1.0).",
        Action = "Ask for a weaker context, or let the user set up a stronger factor.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.UnmetAuthenticationRequirements,
        ExceptionFactory = static (error, innerException) => new UnmetAuthenticationRequirementsException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> OpenIdConnectFamily { get; } =
    [
        InteractionRequired,
        LoginRequired,
        AccountSelectionRequired,
        ConsentRequired,
        InvalidRequestUri,
        InvalidRequestObject,
        RequestNotSupported,
        RequestUriNotSupported,
        RegistrationNotSupported,
        UnmetAuthenticationRequirements,
    ];
}
