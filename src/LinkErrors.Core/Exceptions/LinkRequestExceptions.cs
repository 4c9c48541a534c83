using LinkErrors.Model;

namespace LinkErrors.Exceptions;

/// <summary>The errors of requests to the service: catch it to handle them all.</summary>
public abstract class LinkRequestException : LinkException
{
    private protected LinkRequestException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
        : base(definition, debugMessage, innerException)
    {
    }

    private protected LinkRequestException(LinkError error, string? debugMessage, Exception? innerException)
        : base(error, debugMessage, innerException)
    {
    }
}

/// <summary>Request failed (<see cref="LinkErrorCodes.GenericError"/>): the peer gave no code, or there is no context that would allow a better one.</summary>
public sealed class GenericErrorException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public GenericErrorException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.GenericError, debugMessage, innerException)
    {
    }

    internal GenericErrorException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Permission missing (<see cref="LinkErrorCodes.NoPermission"/>): the user is known, but may not perform the requested action.</summary>
public sealed class NoPermissionException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public NoPermissionException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.NoPermission, debugMessage, innerException)
    {
    }

    internal NoPermissionException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Required fields missing (<see cref="LinkErrorCodes.MissingFields"/>): the request lacks at least one field that the operation needs.</summary>
public sealed class MissingFieldsException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fields">The names of the fields, never their values; part of the public data.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public MissingFieldsException(IEnumerable<string>? fields = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.MissingFields) { Data = LinkErrorData.Create("fields", fields) }, debugMessage, innerException)
    {
    }

    /// <summary>The names of the fields; empty when they were not given.</summary>
    public IReadOnlyList<string> Fields => LinkErrorData.GetStrings(Error.Data, "fields");

    internal MissingFieldsException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Domain not allowed (<see cref="LinkErrorCodes.DomainInvalid"/>): the domain of the request does not belong to the registered domains.</summary>
public sealed class DomainInvalidException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public DomainInvalidException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.DomainInvalid, debugMessage, innerException)
    {
    }

    internal DomainInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Connection not found (<see cref="LinkErrorCodes.ConnectionMissing"/>): the request names no connection, or one that does not exist.</summary>
public sealed class ConnectionMissingException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ConnectionMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.ConnectionMissing, debugMessage, innerException)
    {
    }

    internal ConnectionMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Organization not found (<see cref="LinkErrorCodes.OrganizationIdMissing"/>): the request names no organization, or one that does not exist.</summary>
public sealed class OrganizationIdMissingException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public OrganizationIdMissingException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.OrganizationIdMissing, debugMessage, innerException)
    {
    }

    internal OrganizationIdMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Entity missing (<see cref="LinkErrorCodes.EntityMissing"/>): something that the request refers to does not exist; the message names it.</summary>
public sealed class EntityMissingException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="entity">What it is about, for example <c>Organization</c>; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public EntityMissingException(string? entity = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.EntityMissing) { Data = LinkErrorData.Create("entity", entity) }, debugMessage, innerException)
    {
    }

    internal EntityMissingException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>Entity invalid (<see cref="LinkErrorCodes.EntityInvalid"/>): something that the request refers to is not valid here; the message names it.</summary>
public sealed class EntityInvalidException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="entity">What it is about, for example <c>Organization</c>; part of the public message.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public EntityInvalidException(string? entity = null, string? debugMessage = null, Exception? innerException = null)
        : base(new LinkError(LinkErrorDefinitions.EntityInvalid) { Data = LinkErrorData.Create("entity", entity) }, debugMessage, innerException)
    {
    }

    internal EntityInvalidException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>App not recognized (<see cref="LinkErrorCodes.InvalidApp"/>): the name or identifier of the app is unknown.</summary>
public sealed class InvalidAppException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public InvalidAppException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.InvalidApp, debugMessage, innerException)
    {
    }

    internal InvalidAppException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}

/// <summary>User not found (<see cref="LinkErrorCodes.UserNotFound"/>): the provisioned user or account does not exist (any more).</summary>
public sealed class UserNotFoundException : LinkRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public UserNotFoundException(string? debugMessage = null, Exception? innerException = null)
        : base(LinkErrorDefinitions.UserNotFound, debugMessage, innerException)
    {
    }

    internal UserNotFoundException(LinkError error, Exception? innerException)
        : base(error, null, innerException)
    {
    }
}
