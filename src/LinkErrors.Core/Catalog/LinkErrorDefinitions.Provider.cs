using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Provider sign-in failed: <see cref="LinkErrorCodes.ProviderCredentialError"/>. The user name, password or authorization was refused by the provider.</summary>
    public static LinkErrorDefinition ProviderCredentialError { get; } = new(LinkErrorCodes.ProviderCredentialError)
    {
        Title = "Provider sign-in failed",
        Message = "{provider|The provider} did not accept the credentials.",
        Description = "The user name, password or authorization was refused by the provider.",
        Action = "Let the user check the credentials and try again.",
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new ProviderCredentialException(error, innerException),
    };

    /// <summary>Provider password expired: <see cref="LinkErrorCodes.ProviderPasswordExpired"/>. The provider demands a new password before it allows another sign-in.</summary>
    public static LinkErrorDefinition ProviderPasswordExpired { get; } = new(LinkErrorCodes.ProviderPasswordExpired)
    {
        Title = "Provider password expired",
        Message = "The password for {provider|the provider} has expired and must be changed there first.",
        Description = "The provider demands a new password before it allows another sign-in.",
        Action = "Ask the user to change the password at the provider, then link again.",
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new ProviderPasswordExpiredException(error, innerException),
    };

    /// <summary>Provider not reachable: <see cref="LinkErrorCodes.ProviderApiError"/>. A call to the API of the provider failed for a reason that the user cannot change.</summary>
    public static LinkErrorDefinition ProviderApiError { get; } = new(LinkErrorCodes.ProviderApiError)
    {
        Title = "Provider not reachable",
        Message = "{provider|The provider} could not be reached or answered unexpectedly.",
        Description = "A call to the API of the provider failed for a reason that the user cannot change.",
        Action = "Try again later; look at the status page of the provider if it persists.",
        StatusCode = 502,
        OAuthCode = LinkErrorCodes.ServerError,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new ProviderApiException(error, innerException),
    };

    /// <summary>Region not supported: <see cref="LinkErrorCodes.UnsupportedRegion"/>. The provider, or this service, does not offer linking in the region of the request.</summary>
    public static LinkErrorDefinition UnsupportedRegion { get; } = new(LinkErrorCodes.UnsupportedRegion)
    {
        Title = "Region not supported",
        Message = "The region {region|that was chosen} is not supported.",
        Description = "The provider, or this service, does not offer linking in the region of the request.",
        Action = "Choose a supported region.",
        ExceptionFactory = static (error, innerException) => new UnsupportedRegionException(error, innerException),
    };

    /// <summary>Account already linked: <see cref="LinkErrorCodes.DuplicateConnection"/>. The same provider account is connected to a different user, and the service allows one user only.</summary>
    public static LinkErrorDefinition DuplicateConnection { get; } = new(LinkErrorCodes.DuplicateConnection)
    {
        Title = "Account already linked",
        Message = "This account at {provider|the provider} is already linked to another user.",
        Description = "The same provider account is connected to a different user, and the service allows one user only.",
        Action = "Unlink the account from the other user first.",
        StatusCode = 409,
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new DuplicateConnectionException(error, innerException),
    };

    /// <summary>Required permissions not granted: <see cref="LinkErrorCodes.RequiredScopesNotGranted"/>. The user left out at least one permission that the connection cannot work without.</summary>
    public static LinkErrorDefinition RequiredScopesNotGranted { get; } = new(LinkErrorCodes.RequiredScopesNotGranted)
    {
        Title = "Required permissions not granted",
        Message = "Not all of the required permissions were granted.",
        Description = "The user left out at least one permission that the connection cannot work without.",
        Action = "Link again and grant every permission that is asked for.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new RequiredScopesNotGrantedException(error, innerException),
    };

    /// <summary>Incorrect verification code: <see cref="LinkErrorCodes.IncorrectMfaCode"/>. The code of the second factor that was sent to the provider was refused.</summary>
    public static LinkErrorDefinition IncorrectMfaCode { get; } = new(LinkErrorCodes.IncorrectMfaCode)
    {
        Title = "Incorrect verification code",
        Message = "The verification code is not correct.",
        Description = "The code of the second factor that was sent to the provider was refused.",
        Action = "Enter the newest code from the provider.",
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new IncorrectMfaCodeException(error, innerException),
    };

    /// <summary>Linking cancelled: <see cref="LinkErrorCodes.UserCancelled"/>. The user closed or cancelled the flow before it was complete.</summary>
    public static LinkErrorDefinition UserCancelled { get; } = new(LinkErrorCodes.UserCancelled)
    {
        Title = "Linking cancelled",
        Message = "The user cancelled linking.",
        Description = "The user closed or cancelled the flow before it was complete.",
        Action = "Offer to start again; nothing was changed.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new UserCancelledException(error, innerException),
    };

    /// <summary>Provider reported an error: <see cref="LinkErrorCodes.ProviderError"/>. The provider ended the flow with an error of its own that no other code describes.</summary>
    public static LinkErrorDefinition ProviderError { get; } = new(LinkErrorCodes.ProviderError)
    {
        Title = "Provider reported an error",
        Message = "{provider|The provider} reported an error.",
        Description = "The provider ended the flow with an error of its own that no other code describes.",
        Action = "Try to link again; the message may name the cause.",
        StatusCode = 502,
        OAuthCode = LinkErrorCodes.ServerError,
        CarriesUpstreamText = true,
        ExceptionFactory = static (error, innerException) => new ProviderErrorException(error, innerException),
    };

    /// <summary>Provider rejected the link: <see cref="LinkErrorCodes.ProviderTokenRejected"/>. The provider answered 401 to the stored token: the user withdrew the permission there, or it was revoked.</summary>
    public static LinkErrorDefinition ProviderTokenRejected { get; } = new(LinkErrorCodes.ProviderTokenRejected)
    {
        Title = "Provider rejected the link",
        Message = "{provider|The provider} no longer accepts the stored authorization.",
        Description = "The provider answered 401 to the stored token: the user withdrew the permission there, or it was revoked.",
        Action = "Let the user delete the link and make it again.",
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new ProviderTokenRejectedException(error, innerException),
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
