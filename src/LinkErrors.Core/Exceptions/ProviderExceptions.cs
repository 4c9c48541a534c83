using LinkErrors.Model;

namespace LinkErrors.Exceptions;

/// <summary>The errors of the provider at the other end of a link: catch it to handle them all.</summary>
public abstract class ProviderException : LinkException
{
    private protected ProviderException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected ProviderException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }

    /// <summary>The name of the provider, for example <c>fitbit</c>; null when it was not given.</summary>
    public string? Provider => LinkErrorData.GetString(Error.Data, "provider");
}

/// <summary>Provider sign-in failed (<see cref="LinkErrorCodes.ProviderCredentialError"/>): the user name, password or authorization was refused by the provider.</summary>
public sealed class ProviderCredentialException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="provider">The name of the provider as the user knows it; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ProviderCredentialException(string? provider = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.ProviderCredentialError) { Data = LinkErrorData.Create("provider", provider) }, debugMessage, innerException)
    {
    }

    internal ProviderCredentialException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Provider password expired (<see cref="LinkErrorCodes.ProviderPasswordExpired"/>): the provider demands a new password before it allows another sign-in.</summary>
public sealed class ProviderPasswordExpiredException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="provider">The name of the provider as the user knows it; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ProviderPasswordExpiredException(string? provider = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.ProviderPasswordExpired) { Data = LinkErrorData.Create("provider", provider) }, debugMessage, innerException)
    {
    }

    internal ProviderPasswordExpiredException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Provider not reachable (<see cref="LinkErrorCodes.ProviderApiError"/>): a call to the API of the provider failed for a reason that the user cannot change.</summary>
public sealed class ProviderApiException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="provider">The name of the provider as the user knows it; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ProviderApiException(string? provider = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.ProviderApiError) { Data = LinkErrorData.Create("provider", provider) }, debugMessage, innerException)
    {
    }

    internal ProviderApiException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Region not supported (<see cref="LinkErrorCodes.UnsupportedRegion"/>): the provider, or this service, does not offer linking in the region of the request.</summary>
public sealed class UnsupportedRegionException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="region">The region that is not supported; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnsupportedRegionException(string? region = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.UnsupportedRegion) { Data = LinkErrorData.Create("region", region) }, debugMessage, innerException)
    {
    }

    internal UnsupportedRegionException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Account already linked (<see cref="LinkErrorCodes.DuplicateConnection"/>): the same provider account is connected to a different user, and the service allows one user only.</summary>
public sealed class DuplicateConnectionException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="provider">The name of the provider as the user knows it; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public DuplicateConnectionException(string? provider = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.DuplicateConnection) { Data = LinkErrorData.Create("provider", provider) }, debugMessage, innerException)
    {
    }

    internal DuplicateConnectionException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Required permissions not granted (<see cref="LinkErrorCodes.RequiredScopesNotGranted"/>): the user left out at least one permission that the connection cannot work without.</summary>
public sealed class RequiredScopesNotGrantedException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="scopes">Every scope that the operation needs (RFC 6750 section 3).</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public RequiredScopesNotGrantedException(IEnumerable<string>? scopes = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.RequiredScopesNotGranted) { Scopes = [.. scopes ?? []] }, debugMessage, innerException)
    {
    }

    internal RequiredScopesNotGrantedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Incorrect verification code (<see cref="LinkErrorCodes.IncorrectMfaCode"/>): the code of the second factor that was sent to the provider was refused.</summary>
public sealed class IncorrectMfaCodeException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="provider">The name of the provider as the user knows it; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public IncorrectMfaCodeException(string? provider = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.IncorrectMfaCode) { Data = LinkErrorData.Create("provider", provider) }, debugMessage, innerException)
    {
    }

    internal IncorrectMfaCodeException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Linking cancelled (<see cref="LinkErrorCodes.UserCancelled"/>): the user closed or cancelled the flow before it was complete.</summary>
public sealed class UserCancelledException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="provider">The name of the provider as the user knows it; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UserCancelledException(string? provider = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.UserCancelled) { Data = LinkErrorData.Create("provider", provider) }, debugMessage, innerException)
    {
    }

    internal UserCancelledException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Provider reported an error (<see cref="LinkErrorCodes.ProviderError"/>): the provider ended the flow with an error of its own that no other code describes.</summary>
public sealed class ProviderErrorException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="provider">The name of the provider as the user knows it; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ProviderErrorException(string? provider = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.ProviderError) { Data = LinkErrorData.Create("provider", provider) }, debugMessage, innerException)
    {
    }

    internal ProviderErrorException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Provider rejected the link (<see cref="LinkErrorCodes.ProviderTokenRejected"/>): the provider answered 401 to the stored token: the user withdrew the permission there, or it was revoked.</summary>
public sealed class ProviderTokenRejectedException : ProviderException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="provider">The name of the provider as the user knows it; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ProviderTokenRejectedException(string? provider = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.ProviderTokenRejected) { Data = LinkErrorData.Create("provider", provider) }, debugMessage, innerException)
    {
    }

    internal ProviderTokenRejectedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
