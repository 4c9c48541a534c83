using LinkErrors.Model;

namespace LinkErrors.Exceptions;

/// <summary>The errors of protected resources and service calls: catch it to handle them all.</summary>
public abstract class ResourceException : LinkException
{
    private protected ResourceException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected ResourceException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Access token invalid (<see cref="LinkErrorCodes.InvalidToken"/>): the access token of the request cannot be used (RFC 6750 section 3.1).</summary>
public sealed class InvalidTokenException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidTokenException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidToken, debugMessage, innerException)
    {
    }

    internal InvalidTokenException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Insufficient scope (<see cref="LinkErrorCodes.InsufficientScope"/>): the token is valid, but was not granted every needed scope (RFC 6750 section 3.1).</summary>
public sealed class InsufficientScopeException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="scopes">Every scope that the operation needs (RFC 6750 section 3).</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InsufficientScopeException(IEnumerable<string>? scopes = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.InsufficientScope) { Scopes = [.. scopes ?? []] }, debugMessage, innerException)
    {
    }

    internal InsufficientScopeException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Stronger sign-in required (<see cref="LinkErrorCodes.InsufficientUserAuthentication"/>): the sign-in behind the token is too old or too weak for this operation (RFC 9470 section 3).</summary>
public sealed class InsufficientUserAuthenticationException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="acrValues">The acceptable authentication context classes, separated by spaces; null for any.</param>
    /// <param name="maxAge">How old the sign-in may be, in whole seconds; null for any age.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InsufficientUserAuthenticationException(string? acrValues = null, TimeSpan? maxAge = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.InsufficientUserAuthentication) { Data = LinkErrorData.CreateStepUp(acrValues, maxAge) }, debugMessage, innerException)
    {
    }

    internal InsufficientUserAuthenticationException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Forbidden (<see cref="LinkErrorCodes.Forbidden"/>): token and scope are fine, but a rule of the service denies the action.</summary>
public sealed class ForbiddenException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ForbiddenException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.Forbidden, debugMessage, innerException)
    {
    }

    internal ForbiddenException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Not found (<see cref="LinkErrorCodes.NotFound"/>): the resource does not exist, or this user may not see it.</summary>
public sealed class NotFoundException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public NotFoundException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.NotFound, debugMessage, innerException)
    {
    }

    internal NotFoundException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Conflict (<see cref="LinkErrorCodes.Conflict"/>): an idempotency key was used twice, or the resource has changed meanwhile.</summary>
public sealed class ConflictException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ConflictException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.Conflict, debugMessage, innerException)
    {
    }

    internal ConflictException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Cannot be processed (<see cref="LinkErrorCodes.UnprocessableEntity"/>): the content of the request breaks a rule of the service.</summary>
public sealed class UnprocessableEntityException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fields">The names of the fields, never their values; part of the public data.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UnprocessableEntityException(IEnumerable<string>? fields = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.UnprocessableEntity) { Data = LinkErrorData.Create("fields", fields) }, debugMessage, innerException)
    {
    }

    /// <summary>The names of the fields; empty when they were not given.</summary>
    public IReadOnlyList<string> Fields => LinkErrorData.GetStrings(Error.Data, "fields");

    internal UnprocessableEntityException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Too many requests (<see cref="LinkErrorCodes.RateLimited"/>): the client has used up its share of requests.</summary>
public sealed class RateLimitedException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="retryAfter">How long to wait, sent as <c>Retry-After</c> in whole seconds; null when unknown.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public RateLimitedException(TimeSpan? retryAfter = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.RateLimited) { RetryAfter = retryAfter }, debugMessage, innerException)
    {
    }

    internal RateLimitedException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Too many attempts (<see cref="LinkErrorCodes.TooManyRequests"/>): too many logins or verifications were tried; the service protects the account.</summary>
public sealed class TooManyRequestsException : ResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="retryAfter">How long to wait, sent as <c>Retry-After</c> in whole seconds; null when unknown.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public TooManyRequestsException(TimeSpan? retryAfter = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.TooManyRequests) { RetryAfter = retryAfter }, debugMessage, innerException)
    {
    }

    internal TooManyRequestsException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
