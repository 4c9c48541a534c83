namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The peer gave no code, or there is no context that would allow a better one.</summary>
    public const string GenericError = "generic_error";

    /// <summary>The user is known, but may not perform the requested action.</summary>
    public const string NoPermission = "no_permission";

    /// <summary>The request lacks at least one field that the operation needs.</summary>
    public const string MissingFields = "missing_fields";

    /// <summary>The domain of the request does not belong to the registered domains.</summary>
    public const string DomainInvalid = "domain_invalid";

    /// <summary>The request names no connection, or one that does not exist.</summary>
    public const string ConnectionMissing = "connection_missing";

    /// <summary>The request names no organization, or one that does not exist.</summary>
    public const string OrganizationIdMissing = "organization_id_missing";

    /// <summary>Something that the request refers to does not exist; the message names it.</summary>
    public const string EntityMissing = "entity_missing";

    /// <summary>Something that the request refers to is not valid here; the message names it.</summary>
    public const string EntityInvalid = "entity_invalid";

    /// <summary>The name or identifier of the app is unknown.</summary>
    public const string InvalidApp = "invalid_app";

    /// <summary>The provisioned user or account does not exist (any more).</summary>
    public const string UserNotFound = "user_not_found";
}
