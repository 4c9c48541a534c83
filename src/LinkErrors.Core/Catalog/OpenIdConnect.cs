using LinkErrors.Exceptions;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.InteractionRequired"/>.</summary>
        public const string InteractionRequired = "interaction_required";

        /// <summary>The code of <see cref="LinkErrorDefinitions.LoginRequired"/>.</summary>
        public const string LoginRequired = "login_required";

        /// <summary>The code of <see cref="LinkErrorDefinitions.AccountSelectionRequired"/>.</summary>
        public const string AccountSelectionRequired = "account_selection_required";

        /// <summary>The code of <see cref="LinkErrorDefinitions.ConsentRequired"/>.</summary>
        public const string ConsentRequired = "consent_required";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidRequestUri"/>.</summary>
        public const string InvalidRequestUri = "invalid_request_uri";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidRequestObject"/>.</summary>
        public const string InvalidRequestObject = "invalid_request_object";

        /// <summary>The code of <see cref="LinkErrorDefinitions.RequestNotSupported"/>.</summary>
        public const string RequestNotSupported = "request_not_supported";

        /// <summary>The code of <see cref="LinkErrorDefinitions.RequestUriNotSupported"/>.</summary>
        public const string RequestUriNotSupported = "request_uri_not_supported";

        /// <summary>The code of <see cref="LinkErrorDefinitions.RegistrationNotSupported"/>.</summary>
        public const string RegistrationNotSupported = "registration_not_supported";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UnmetAuthenticationRequirements"/>.</summary>
        public const string UnmetAuthenticationRequirements = "unmet_authentication_requirements";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.InteractionRequired"/>.</summary>
        public static LinkErrorDefinition InteractionRequired { get; } = new(LinkErrorCodes.InteractionRequired)
        {
            Family = OpenIdConnects,
            Title = "Interaction required",
            Message = "The user must interact with the service.",
            Description = "The request forbids a user interface, but the service needs one (OpenID Connect Core section 3.1.2.6).",
            Causes = ["The server must show a page, and prompt=none forbids it."],
            Action = "Repeat the request without prompt=none.",
            OAuthCode = LinkErrorCodes.InteractionRequired,
            UpstreamCode = LinkErrorCodes.InteractionRequired,
            IsSafeToRedirect = true,
            ExceptionFactory = static (error, innerException) => new InteractionRequiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.LoginRequired"/>.</summary>
        public static LinkErrorDefinition LoginRequired { get; } = new(LinkErrorCodes.LoginRequired)
        {
            Family = OpenIdConnects,
            Title = "Login required",
            Message = "The user must sign in.",
            Description = "The request forbids a user interface, but the user is not signed in (OpenID Connect Core section 3.1.2.6).",
            Causes = ["The session at the server ended.", "The browser withholds the cookies of the server in a frame."],
            Action = "Repeat the request without prompt=none.",
            OAuthCode = LinkErrorCodes.LoginRequired,
            UpstreamCode = LinkErrorCodes.LoginRequired,
            IsSafeToRedirect = true,
            ExceptionFactory = static (error, innerException) => new LoginRequiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.AccountSelectionRequired"/>.</summary>
        public static LinkErrorDefinition AccountSelectionRequired { get; } = new(LinkErrorCodes.AccountSelectionRequired)
        {
            Family = OpenIdConnects,
            Title = "Account selection required",
            Message = "The user must choose an account.",
            Description = "The user is signed in with several accounts and must select one (OpenID Connect Core section 3.1.2.6).",
            Causes = ["Several accounts are signed in, and no login_hint names one."],
            Action = "Repeat the request without prompt=none.",
            OAuthCode = LinkErrorCodes.AccountSelectionRequired,
            UpstreamCode = LinkErrorCodes.AccountSelectionRequired,
            IsSafeToRedirect = true,
            ExceptionFactory = static (error, innerException) => new AccountSelectionRequiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.ConsentRequired"/>.</summary>
        public static LinkErrorDefinition ConsentRequired { get; } = new(LinkErrorCodes.ConsentRequired)
        {
            Family = OpenIdConnects,
            Title = "Consent required",
            Message = "The user must consent.",
            Description = "The request forbids a user interface, but consent is missing (OpenID Connect Core section 3.1.2.6).",
            Causes = ["The client asks for a scope that the user has not granted yet."],
            Action = "Repeat the request without prompt=none.",
            OAuthCode = LinkErrorCodes.ConsentRequired,
            UpstreamCode = LinkErrorCodes.ConsentRequired,
            IsSafeToRedirect = true,
            ExceptionFactory = static (error, innerException) => new ConsentRequiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidRequestUri"/>.</summary>
        public static LinkErrorDefinition InvalidRequestUri { get; } = new(LinkErrorCodes.InvalidRequestUri)
        {
            Family = OpenIdConnects,
            Title = "Request URI invalid",
            Message = "The request_uri cannot be used.",
            Description = "The request_uri returned an error or invalid data, or has expired (OpenID Connect Core section 3.1.2.6, RFC 9126).",
            Causes = ["The pushed request has expired or was used already.", "The server cannot reach the address."],
            Action = "Push the authorization request again.",
            OAuthCode = LinkErrorCodes.InvalidRequestUri,
            ExceptionFactory = static (error, innerException) => new InvalidRequestUriException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidRequestObject"/>.</summary>
        public static LinkErrorDefinition InvalidRequestObject { get; } = new(LinkErrorCodes.InvalidRequestObject)
        {
            Family = OpenIdConnects,
            Title = "Request object invalid",
            Message = "The request object is not valid.",
            Description = "The signed request object cannot be parsed or verified (OpenID Connect Core section 3.1.2.6, RFC 9101).",
            Causes = ["The key that signed it is not registered, or it has expired."],
            Action = "Correct and sign the request object again.",
            OAuthCode = LinkErrorCodes.InvalidRequestObject,
            ExceptionFactory = static (error, innerException) => new InvalidRequestObjectException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.RequestNotSupported"/>.</summary>
        public static LinkErrorDefinition RequestNotSupported { get; } = new(LinkErrorCodes.RequestNotSupported)
        {
            Family = OpenIdConnects,
            Title = "Request object not supported",
            Message = "The request parameter is not supported.",
            Description = "The server does not take request objects by value (OpenID Connect Core section 3.1.2.6).",
            Causes = ["The client sends request to a server without that feature."],
            Action = "Send plain parameters.",
            OAuthCode = LinkErrorCodes.RequestNotSupported,
            ExceptionFactory = static (error, innerException) => new RequestNotSupportedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.RequestUriNotSupported"/>.</summary>
        public static LinkErrorDefinition RequestUriNotSupported { get; } = new(LinkErrorCodes.RequestUriNotSupported)
        {
            Family = OpenIdConnects,
            Title = "Request URI not supported",
            Message = "The request_uri parameter is not supported.",
            Description = "The server does not take request objects by reference (OpenID Connect Core section 3.1.2.6).",
            Causes = ["The client sends request_uri to a server without that feature."],
            Action = "Send plain parameters.",
            OAuthCode = LinkErrorCodes.RequestUriNotSupported,
            ExceptionFactory = static (error, innerException) => new RequestUriNotSupportedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.RegistrationNotSupported"/>.</summary>
        public static LinkErrorDefinition RegistrationNotSupported { get; } = new(LinkErrorCodes.RegistrationNotSupported)
        {
            Family = OpenIdConnects,
            Title = "Registration not supported",
            Message = "The registration parameter is not supported.",
            Description = "The server does not register clients within a request (OpenID Connect Core section 3.1.2.6).",
            Causes = ["The client sends registration to a server without that feature."],
            Action = "Register the client beforehand.",
            OAuthCode = LinkErrorCodes.RegistrationNotSupported,
            ExceptionFactory = static (error, innerException) => new RegistrationNotSupportedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UnmetAuthenticationRequirements"/>.</summary>
        public static LinkErrorDefinition UnmetAuthenticationRequirements { get; } = new(LinkErrorCodes.UnmetAuthenticationRequirements)
        {
            Family = OpenIdConnects,
            Title = "Authentication requirements unmet",
            Message = "The required way of authentication could not be provided.",
            Description = "The essential authentication context that the client asked for was not reached (OpenID Connect Unmet Authentication Requirements 1.0).",
            Causes = ["The user has not set up the factor that acr_values demand."],
            Action = "Ask for a weaker context, or let the user set up a stronger factor.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.UnmetAuthenticationRequirements,
            UpstreamCode = LinkErrorCodes.UnmetAuthenticationRequirements,
            IsSafeToRedirect = true,
            ExceptionFactory = static (error, innerException) => new UnmetAuthenticationRequirementsException(null, innerException) { Error = error },
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
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of OpenID Connect: catch it to handle them all.</summary>
    public abstract class OpenIdConnectException : LinkException
    {
        private protected OpenIdConnectException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InteractionRequired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InteractionRequiredException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.InteractionRequired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.LoginRequired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class LoginRequiredException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.LoginRequired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.AccountSelectionRequired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class AccountSelectionRequiredException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.AccountSelectionRequired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ConsentRequired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ConsentRequiredException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.ConsentRequired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidRequestUri"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidRequestUriException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.InvalidRequestUri, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidRequestObject"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidRequestObjectException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.InvalidRequestObject, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.RequestNotSupported"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class RequestNotSupportedException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.RequestNotSupported, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.RequestUriNotSupported"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class RequestUriNotSupportedException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.RequestUriNotSupported, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.RegistrationNotSupported"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class RegistrationNotSupportedException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.RegistrationNotSupported, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnmetAuthenticationRequirements"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnmetAuthenticationRequirementsException(string? debugMessage = null, Exception? innerException = null)
        : OpenIdConnectException(LinkErrorDefinitions.UnmetAuthenticationRequirements, debugMessage, innerException);
}
