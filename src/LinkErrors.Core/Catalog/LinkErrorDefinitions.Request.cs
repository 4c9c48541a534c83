using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Request failed: <see cref="LinkErrorCodes.GenericError"/>. The peer gave no code, or there is no context that would allow a better one.</summary>
    public static LinkErrorDefinition GenericError { get; } = new(LinkErrorCodes.GenericError)
    {
        Title = "Request failed",
        Message = "The request failed.",
        Description = "The peer gave no code, or there is no context that would allow a better one.",
        Action = "Try again; the message may name the cause.",
        ExceptionFactory = static (error, innerException) => new GenericErrorException(error, innerException),
    };

    /// <summary>Permission missing: <see cref="LinkErrorCodes.NoPermission"/>. The user is known, but may not perform the requested action.</summary>
    public static LinkErrorDefinition NoPermission { get; } = new(LinkErrorCodes.NoPermission)
    {
        Title = "Permission missing",
        Message = "The user does not have the permission for this action.",
        Description = "The user is known, but may not perform the requested action.",
        Action = "Ask an administrator for the permission.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new NoPermissionException(error, innerException),
    };

    /// <summary>Required fields missing: <see cref="LinkErrorCodes.MissingFields"/>. The request lacks at least one field that the operation needs.</summary>
    public static LinkErrorDefinition MissingFields { get; } = new(LinkErrorCodes.MissingFields)
    {
        Title = "Required fields missing",
        Message = "Required fields are missing: {fields|see the documentation}.",
        Description = "The request lacks at least one field that the operation needs.",
        Action = "Send every required field.",
        ExceptionFactory = static (error, innerException) => new MissingFieldsException(error, innerException),
    };

    /// <summary>Domain not allowed: <see cref="LinkErrorCodes.DomainInvalid"/>. The domain of the request does not belong to the registered domains.</summary>
    public static LinkErrorDefinition DomainInvalid { get; } = new(LinkErrorCodes.DomainInvalid)
    {
        Title = "Domain not allowed",
        Message = "The domain is missing, not valid or not registered.",
        Description = "The domain of the request does not belong to the registered domains.",
        Action = "Register the domain, or use a registered one.",
        ExceptionFactory = static (error, innerException) => new DomainInvalidException(error, innerException),
    };

    /// <summary>Connection not found: <see cref="LinkErrorCodes.ConnectionMissing"/>. The request names no connection, or one that does not exist.</summary>
    public static LinkErrorDefinition ConnectionMissing { get; } = new(LinkErrorCodes.ConnectionMissing)
    {
        Title = "Connection not found",
        Message = "The connection is missing or was not found.",
        Description = "The request names no connection, or one that does not exist.",
        Action = "Check the connection identifier.",
        ExceptionFactory = static (error, innerException) => new ConnectionMissingException(error, innerException),
    };

    /// <summary>Organization not found: <see cref="LinkErrorCodes.OrganizationIdMissing"/>. The request names no organization, or one that does not exist.</summary>
    public static LinkErrorDefinition OrganizationIdMissing { get; } = new(LinkErrorCodes.OrganizationIdMissing)
    {
        Title = "Organization not found",
        Message = "The organization is missing or was not found.",
        Description = "The request names no organization, or one that does not exist.",
        Action = "Check the organization identifier.",
        ExceptionFactory = static (error, innerException) => new OrganizationIdMissingException(error, innerException),
    };

    /// <summary>Entity missing: <see cref="LinkErrorCodes.EntityMissing"/>. Something that the request refers to does not exist; the message names it.</summary>
    public static LinkErrorDefinition EntityMissing { get; } = new(LinkErrorCodes.EntityMissing)
    {
        Title = "Entity missing",
        Message = "{entity|An entity} is missing.",
        Description = "Something that the request refers to does not exist; the message names it.",
        Action = "Check the identifier of the named entity.",
        StatusCode = 404,
        ExceptionFactory = static (error, innerException) => new EntityMissingException(error, innerException),
    };

    /// <summary>Entity invalid: <see cref="LinkErrorCodes.EntityInvalid"/>. Something that the request refers to is not valid here; the message names it.</summary>
    public static LinkErrorDefinition EntityInvalid { get; } = new(LinkErrorCodes.EntityInvalid)
    {
        Title = "Entity invalid",
        Message = "{entity|An entity} is not valid.",
        Description = "Something that the request refers to is not valid here; the message names it.",
        Action = "Correct the named entity.",
        ExceptionFactory = static (error, innerException) => new EntityInvalidException(error, innerException),
    };

    /// <summary>App not recognized: <see cref="LinkErrorCodes.InvalidApp"/>. The name or identifier of the app is unknown.</summary>
    public static LinkErrorDefinition InvalidApp { get; } = new(LinkErrorCodes.InvalidApp)
    {
        Title = "App not recognized",
        Message = "The app is not recognized.",
        Description = "The name or identifier of the app is unknown.",
        Action = "Check the identifier of the app.",
        ExceptionFactory = static (error, innerException) => new InvalidAppException(error, innerException),
    };

    /// <summary>User not found: <see cref="LinkErrorCodes.UserNotFound"/>. The provisioned user or account does not exist (any more).</summary>
    public static LinkErrorDefinition UserNotFound { get; } = new(LinkErrorCodes.UserNotFound)
    {
        Title = "User not found",
        Message = "The user was not found.",
        Description = "The provisioned user or account does not exist (any more).",
        Action = "Start the connection flow again.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new UserNotFoundException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> RequestFamily { get; } =
    [
        GenericError,
        NoPermission,
        MissingFields,
        DomainInvalid,
        ConnectionMissing,
        OrganizationIdMissing,
        EntityMissing,
        EntityInvalid,
        InvalidApp,
        UserNotFound,
    ];
}
