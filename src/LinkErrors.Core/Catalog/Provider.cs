using LinkErrors.Exceptions;
using LinkErrors.Model;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.ProviderCredentialError"/>.</summary>
        public const string ProviderCredentialError = "provider_credential_error";

        /// <summary>The code of <see cref="LinkErrorDefinitions.ProviderPasswordExpired"/>.</summary>
        public const string ProviderPasswordExpired = "provider_password_expired";

        /// <summary>The code of <see cref="LinkErrorDefinitions.ProviderApiError"/>.</summary>
        public const string ProviderApiError = "provider_api_error";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UnsupportedRegion"/>.</summary>
        public const string UnsupportedRegion = "unsupported_region";

        /// <summary>The code of <see cref="LinkErrorDefinitions.DuplicateConnection"/>.</summary>
        public const string DuplicateConnection = "duplicate_connection";

        /// <summary>The code of <see cref="LinkErrorDefinitions.RequiredScopesNotGranted"/>.</summary>
        public const string RequiredScopesNotGranted = "required_scopes_not_granted";

        /// <summary>The code of <see cref="LinkErrorDefinitions.IncorrectMfaCode"/>.</summary>
        public const string IncorrectMfaCode = "incorrect_mfa_code";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UserCancelled"/>.</summary>
        public const string UserCancelled = "user_cancelled";

        /// <summary>The code of <see cref="LinkErrorDefinitions.ProviderError"/>.</summary>
        public const string ProviderError = "provider_error";

        /// <summary>The code of <see cref="LinkErrorDefinitions.ProviderTokenRejected"/>.</summary>
        public const string ProviderTokenRejected = "provider_token_rejected";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.ProviderCredentialError"/>.</summary>
        public static LinkErrorDefinition ProviderCredentialError { get; } = new(LinkErrorCodes.ProviderCredentialError)
        {
            Family = Providers,
            Title = "Provider sign-in failed",
            Message = "{provider|The provider} did not accept the credentials.",
            Description = "The user name, password or authorization was refused by the provider.",
            Causes = ["The password was mistyped or changed at the provider.", "The account is locked there, or the authorization was withdrawn."],
            Action = "Let the user check the credentials and try again.",
            OAuthCode = LinkErrorCodes.AccessDenied,
            UpstreamCode = LinkErrorCodes.ProviderCredentialError,
            ExceptionFactory = static (error, innerException) => new ProviderCredentialException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.ProviderPasswordExpired"/>.</summary>
        public static LinkErrorDefinition ProviderPasswordExpired { get; } = new(LinkErrorCodes.ProviderPasswordExpired)
        {
            Family = Providers,
            Title = "Provider password expired",
            Message = "The password for {provider|the provider} has expired and must be changed there first.",
            Description = "The provider demands a new password before it allows another sign-in.",
            Causes = ["The provider limits how long a password may be used."],
            Action = "Ask the user to change the password at the provider, then link again.",
            OAuthCode = LinkErrorCodes.AccessDenied,
            UpstreamCode = LinkErrorCodes.ProviderPasswordExpired,
            ExceptionFactory = static (error, innerException) => new ProviderPasswordExpiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.ProviderApiError"/>.</summary>
        public static LinkErrorDefinition ProviderApiError { get; } = new(LinkErrorCodes.ProviderApiError)
        {
            Family = Providers,
            Title = "Provider not reachable",
            Message = "{provider|The provider} could not be reached or answered unexpectedly.",
            Description = "A call to the API of the provider failed for a reason that the user cannot change.",
            Causes = ["The provider is down, overloaded or answers too slowly.", "The provider changed its interface."],
            Action = "Try again later; look at the status page of the provider if it persists.",
            StatusCode = 502,
            OAuthCode = LinkErrorCodes.ServerError,
            IsTransient = true,
            UpstreamCode = LinkErrorCodes.ProviderApiError,
            ExceptionFactory = static (error, innerException) => new ProviderApiException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UnsupportedRegion"/>.</summary>
        public static LinkErrorDefinition UnsupportedRegion { get; } = new(LinkErrorCodes.UnsupportedRegion)
        {
            Family = Providers,
            Title = "Region not supported",
            Message = "The region {region|that was chosen} is not supported.",
            Description = "The provider, or this service, does not offer linking in the region of the request.",
            Causes = ["The account of the user was made in another region.", "The request goes to the host of a region that the provider does not serve."],
            Action = "Choose a supported region.",
            UpstreamCode = LinkErrorCodes.UnsupportedRegion,
            ExceptionFactory = static (error, innerException) => new UnsupportedRegionException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.DuplicateConnection"/>.</summary>
        public static LinkErrorDefinition DuplicateConnection { get; } = new(LinkErrorCodes.DuplicateConnection)
        {
            Family = Providers,
            Title = "Account already linked",
            Message = "This account at {provider|the provider} is already linked to another user.",
            Description = "The same provider account is connected to a different user, and the service allows one user only.",
            Causes = ["The user has a second account at this service and linked it there.", "Someone who shares the provider account linked it first."],
            Action = "Unlink the account from the other user first.",
            StatusCode = 409,
            OAuthCode = LinkErrorCodes.AccessDenied,
            UpstreamCode = LinkErrorCodes.DuplicateConnection,
            ExceptionFactory = static (error, innerException) => new DuplicateConnectionException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.RequiredScopesNotGranted"/>.</summary>
        public static LinkErrorDefinition RequiredScopesNotGranted { get; } = new(LinkErrorCodes.RequiredScopesNotGranted)
        {
            Family = Providers,
            Title = "Required permissions not granted",
            Message = "Not all of the required permissions were granted.",
            Description = "The user left out at least one permission that the connection cannot work without.",
            Causes = ["The user unticked a permission on the consent page of the provider."],
            Action = "Link again and grant every permission that is asked for.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.AccessDenied,
            UpstreamCode = LinkErrorCodes.RequiredScopesNotGranted,
            ExceptionFactory = static (error, innerException) => new RequiredScopesNotGrantedException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.IncorrectMfaCode"/>.</summary>
        public static LinkErrorDefinition IncorrectMfaCode { get; } = new(LinkErrorCodes.IncorrectMfaCode)
        {
            Family = Providers,
            Title = "Incorrect verification code",
            Message = "The verification code is not correct.",
            Description = "The code of the second factor that was sent to the provider was refused.",
            Causes = ["The code was mistyped, or a newer one had been sent.", "The clock of the device that makes the codes is wrong."],
            Action = "Enter the newest code from the provider.",
            OAuthCode = LinkErrorCodes.AccessDenied,
            UpstreamCode = LinkErrorCodes.IncorrectMfaCode,
            ExceptionFactory = static (error, innerException) => new IncorrectMfaCodeException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UserCancelled"/>.</summary>
        public static LinkErrorDefinition UserCancelled { get; } = new(LinkErrorCodes.UserCancelled)
        {
            Family = Providers,
            Title = "Linking cancelled",
            Message = "The user cancelled linking.",
            Description = "The user closed or cancelled the flow before it was complete.",
            Causes = ["The user pressed Cancel at the provider, or closed its window."],
            Action = "Offer to start again; nothing was changed.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.AccessDenied,
            IsDenial = true,
            // LinkedIn's and Apple's words for a user who presses Cancel.
            Aliases = ["user_cancelled_login", "user_cancelled_authorize"],
            UpstreamCode = LinkErrorCodes.UserCancelled,
            IsSafeToRedirect = true,
            ExceptionFactory = static (error, innerException) => new UserCancelledException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.ProviderError"/>.</summary>
        public static LinkErrorDefinition ProviderError { get; } = new(LinkErrorCodes.ProviderError)
        {
            Family = Providers,
            Title = "Provider reported an error",
            Message = "{provider|The provider} reported an error.",
            Description = "The provider ended the flow with an error of its own that no other code describes.",
            Causes = ["The provider refused for a rule of its own, such as a policy of an organization.", "The registration of this service at the provider is incomplete."],
            Action = "Try to link again; the message may name the cause.",
            StatusCode = 502,
            OAuthCode = LinkErrorCodes.ServerError,
            CarriesUpstreamText = true,
            UpstreamCode = LinkErrorCodes.ProviderError,
            ExceptionFactory = static (error, innerException) => new ProviderErrorException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.ProviderTokenRejected"/>.</summary>
        public static LinkErrorDefinition ProviderTokenRejected { get; } = new(LinkErrorCodes.ProviderTokenRejected)
        {
            Family = Providers,
            Title = "Provider rejected the link",
            Message = "{provider|The provider} no longer accepts the stored authorization.",
            Description = "The provider answered 401 to the stored token: the user withdrew the permission there, or it was revoked.",
            Causes = ["The user removed this service from the connected applications at the provider.", "The provider revoked the token, for example after a change of the password."],
            Action = "Let the user delete the link and make it again.",
            OAuthCode = LinkErrorCodes.AccessDenied,
            UpstreamCode = LinkErrorCodes.ProviderTokenRejected,
            ExceptionFactory = static (error, innerException) => new ProviderTokenRejectedException(null, innerException) { Error = error },
        };

        internal static IReadOnlyList<LinkErrorDefinition> ProviderFamily { get; } =
        [
            ProviderCredentialError,
            ProviderPasswordExpired,
            ProviderApiError,
            UnsupportedRegion,
            DuplicateConnection,
            RequiredScopesNotGranted,
            IncorrectMfaCode,
            UserCancelled,
            ProviderError,
            ProviderTokenRejected,
        ];
    }
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of the provider at the other end of a link: catch it to handle them all.</summary>
    public abstract class ProviderException : LinkException
    {
        private protected ProviderException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }

        /// <summary>The name of the provider as users know it, part of the public message; null when it was not given.</summary>
        public string? Provider { get => LinkErrorData.GetString(Error.Data, "provider"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "provider", value) }; }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ProviderCredentialError"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ProviderCredentialException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.ProviderCredentialError, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ProviderPasswordExpired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ProviderPasswordExpiredException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.ProviderPasswordExpired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ProviderApiError"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ProviderApiException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.ProviderApiError, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UnsupportedRegion"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UnsupportedRegionException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.UnsupportedRegion, debugMessage, innerException)
    {
        /// <summary>The region, part of the public data; null when it was not given.</summary>
        public string? Region { get => LinkErrorData.GetString(Error.Data, "region"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "region", value) }; }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.DuplicateConnection"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class DuplicateConnectionException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.DuplicateConnection, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.RequiredScopesNotGranted"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class RequiredScopesNotGrantedException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.RequiredScopesNotGranted, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.IncorrectMfaCode"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class IncorrectMfaCodeException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.IncorrectMfaCode, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UserCancelled"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UserCancelledException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.UserCancelled, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ProviderError"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ProviderErrorException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.ProviderError, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ProviderTokenRejected"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ProviderTokenRejectedException(string? debugMessage = null, Exception? innerException = null)
        : ProviderException(LinkErrorDefinitions.ProviderTokenRejected, debugMessage, innerException);
}
