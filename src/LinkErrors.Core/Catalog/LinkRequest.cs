using LinkErrors.Exceptions;
using LinkErrors.Model;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.GenericError"/>.</summary>
        public const string GenericError = "generic_error";

        /// <summary>The code of <see cref="LinkErrorDefinitions.NoPermission"/>.</summary>
        public const string NoPermission = "no_permission";

        /// <summary>The code of <see cref="LinkErrorDefinitions.MissingFields"/>.</summary>
        public const string MissingFields = "missing_fields";

        /// <summary>The code of <see cref="LinkErrorDefinitions.DomainInvalid"/>.</summary>
        public const string DomainInvalid = "domain_invalid";

        /// <summary>The code of <see cref="LinkErrorDefinitions.ConnectionMissing"/>.</summary>
        public const string ConnectionMissing = "connection_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.OrganizationIdMissing"/>.</summary>
        public const string OrganizationIdMissing = "organization_id_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.EntityMissing"/>.</summary>
        public const string EntityMissing = "entity_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.EntityInvalid"/>.</summary>
        public const string EntityInvalid = "entity_invalid";

        /// <summary>The code of <see cref="LinkErrorDefinitions.InvalidApp"/>.</summary>
        public const string InvalidApp = "invalid_app";

        /// <summary>The code of <see cref="LinkErrorDefinitions.UserNotFound"/>.</summary>
        public const string UserNotFound = "user_not_found";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.GenericError"/>.</summary>
        public static LinkErrorDefinition GenericError { get; } = new(LinkErrorCodes.GenericError)
        {
            Family = LinkRequests,
            Title = "Request failed",
            Message = "The request failed.",
            Description = "The peer gave no code, or there is no context that would allow a better one.",
            Causes = ["The peer hides its causes, or speaks a format that nobody described."],
            Action = "Try again; the message may name the cause.",
            IsUnspecific = true,
            ExceptionFactory = static (error, innerException) => new GenericErrorException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.NoPermission"/>.</summary>
        public static LinkErrorDefinition NoPermission { get; } = new(LinkErrorCodes.NoPermission)
        {
            Family = LinkRequests,
            Title = "Permission missing",
            Message = "The user does not have the permission for this action.",
            Description = "The user is known, but may not perform the requested action.",
            Causes = ["The role of the user lacks the permission."],
            Action = "Ask an administrator for the permission.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.AccessDenied,
            ExceptionFactory = static (error, innerException) => new NoPermissionException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.MissingFields"/>.</summary>
        public static LinkErrorDefinition MissingFields { get; } = new(LinkErrorCodes.MissingFields)
        {
            Family = LinkRequests,
            Title = "Required fields missing",
            Message = "Required fields are missing: {fields|see the documentation}.",
            Description = "The request lacks at least one field that the operation needs.",
            Causes = ["A field was left empty or has another name than the service expects."],
            Action = "Send every required field.",
            ExceptionFactory = static (error, innerException) => new MissingFieldsException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.DomainInvalid"/>.</summary>
        public static LinkErrorDefinition DomainInvalid { get; } = new(LinkErrorCodes.DomainInvalid)
        {
            Family = LinkRequests,
            Title = "Domain not allowed",
            Message = "The domain is missing, not valid or not registered.",
            Description = "The domain of the request does not belong to the registered domains.",
            Causes = ["The service was reached under a name that is not registered, such as a preview address."],
            Action = "Register the domain, or use a registered one.",
            ExceptionFactory = static (error, innerException) => new DomainInvalidException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.ConnectionMissing"/>.</summary>
        public static LinkErrorDefinition ConnectionMissing { get; } = new(LinkErrorCodes.ConnectionMissing)
        {
            Family = LinkRequests,
            Title = "Connection not found",
            Message = "The connection is missing or was not found.",
            Description = "The request names no connection, or one that does not exist.",
            Causes = ["The connection was deleted, or belongs to another project."],
            Action = "Check the connection identifier.",
            ExceptionFactory = static (error, innerException) => new ConnectionMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.OrganizationIdMissing"/>.</summary>
        public static LinkErrorDefinition OrganizationIdMissing { get; } = new(LinkErrorCodes.OrganizationIdMissing)
        {
            Family = LinkRequests,
            Title = "Organization not found",
            Message = "The organization is missing or was not found.",
            Description = "The request names no organization, or one that does not exist.",
            Causes = ["The user has not chosen an organization.", "The organization was deleted."],
            Action = "Check the organization identifier.",
            ExceptionFactory = static (error, innerException) => new OrganizationIdMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.EntityMissing"/>.</summary>
        public static LinkErrorDefinition EntityMissing { get; } = new(LinkErrorCodes.EntityMissing)
        {
            Family = LinkRequests,
            Title = "Entity missing",
            Message = "{entity|An entity} is missing.",
            Description = "Something that the request refers to does not exist; the message names it.",
            Causes = ["It was deleted, or its identifier is mistyped."],
            Action = "Check the identifier of the named entity.",
            StatusCode = 404,
            ExceptionFactory = static (error, innerException) => new EntityMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.EntityInvalid"/>.</summary>
        public static LinkErrorDefinition EntityInvalid { get; } = new(LinkErrorCodes.EntityInvalid)
        {
            Family = LinkRequests,
            Title = "Entity invalid",
            Message = "{entity|An entity} is not valid.",
            Description = "Something that the request refers to is not valid here; the message names it.",
            Causes = ["It is of another kind, or in a state in which it cannot be used."],
            Action = "Correct the named entity.",
            ExceptionFactory = static (error, innerException) => new EntityInvalidException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.InvalidApp"/>.</summary>
        public static LinkErrorDefinition InvalidApp { get; } = new(LinkErrorCodes.InvalidApp)
        {
            Family = LinkRequests,
            Title = "App not recognized",
            Message = "The app is not recognized.",
            Description = "The name or identifier of the app is unknown.",
            Causes = ["The identifier is that of another environment, or mistyped."],
            Action = "Check the identifier of the app.",
            ExceptionFactory = static (error, innerException) => new InvalidAppException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.UserNotFound"/>.</summary>
        public static LinkErrorDefinition UserNotFound { get; } = new(LinkErrorCodes.UserNotFound)
        {
            Family = LinkRequests,
            Title = "User not found",
            Message = "The user was not found.",
            Description = "The provisioned user or account does not exist (any more).",
            Causes = ["The account was removed while the flow ran."],
            Action = "Start the connection flow again.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.AccessDenied,
            ExceptionFactory = static (error, innerException) => new UserNotFoundException(null, innerException) { Error = error },
        };

        internal static IReadOnlyList<LinkErrorDefinition> LinkRequestFamily { get; } =
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
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of requests to the service: catch it to handle them all.</summary>
    public abstract class LinkRequestException : LinkException
    {
        private protected LinkRequestException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.GenericError"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class GenericErrorException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.GenericError, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.NoPermission"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class NoPermissionException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.NoPermission, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.MissingFields"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class MissingFieldsException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.MissingFields, debugMessage, innerException)
    {
        /// <summary>The names of the fields, never their values; part of the public data. Empty when they were not given.</summary>
        public IReadOnlyList<string> Fields { get => LinkErrorData.GetStrings(Error.Data, "fields"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "fields", value) }; }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.DomainInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class DomainInvalidException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.DomainInvalid, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.ConnectionMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class ConnectionMissingException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.ConnectionMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.OrganizationIdMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class OrganizationIdMissingException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.OrganizationIdMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.EntityMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class EntityMissingException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.EntityMissing, debugMessage, innerException)
    {
        /// <summary>What it is that the request refers to, as the message begins; null when it was not given.</summary>
        public string? Entity { get => LinkErrorData.GetString(Error.Data, "entity"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "entity", value) }; }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.EntityInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class EntityInvalidException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.EntityInvalid, debugMessage, innerException)
    {
        /// <summary>What it is that the request refers to, as the message begins; null when it was not given.</summary>
        public string? Entity { get => LinkErrorData.GetString(Error.Data, "entity"); init => Error = Error with { Data = LinkErrorData.Set(Error.Data, "entity", value) }; }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.InvalidApp"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class InvalidAppException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.InvalidApp, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.UserNotFound"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class UserNotFoundException(string? debugMessage = null, Exception? innerException = null)
        : LinkRequestException(LinkErrorDefinitions.UserNotFound, debugMessage, innerException);
}
