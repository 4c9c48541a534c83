using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Link token invalid: <see cref="LinkErrorCodes.LinkTokenInvalid"/>. The link token that starts the flow cannot be parsed, has a bad signature or was never issued.</summary>
    public static LinkErrorDefinition LinkTokenInvalid { get; } = new(LinkErrorCodes.LinkTokenInvalid)
    {
        Title = "Link token invalid",
        Message = "The link token is invalid or malformed.",
        Description = "The link token that starts the flow cannot be parsed, has a bad signature or was never issued.",
        Action = "Create a new link token and start the flow again.",
        OAuthCode = LinkErrorCodes.InvalidGrant,
        ExceptionFactory = static (error, innerException) => new InvalidLinkTokenException(error, innerException),
    };

    /// <summary>Link token expired: <see cref="LinkErrorCodes.LinkTokenExpired"/>. The link token was valid once, but its lifetime ended before the flow was completed.</summary>
    public static LinkErrorDefinition LinkTokenExpired { get; } = new(LinkErrorCodes.LinkTokenExpired)
    {
        Title = "Link token expired",
        Message = "The link token has expired.",
        Description = "The link token was valid once, but its lifetime ended before the flow was completed.",
        Action = "Create a new link token and start the flow again.",
        OAuthCode = LinkErrorCodes.InvalidGrant,
        ExceptionFactory = static (error, innerException) => new LinkTokenExpiredException(error, innerException),
    };

    /// <summary>Link token already used: <see cref="LinkErrorCodes.LinkTokenConsumed"/>. A connection was already made with this link token, and a link token works once.</summary>
    public static LinkErrorDefinition LinkTokenConsumed { get; } = new(LinkErrorCodes.LinkTokenConsumed)
    {
        Title = "Link token already used",
        Message = "The link token has already been used.",
        Description = "A connection was already made with this link token, and a link token works once.",
        Action = "Create a new link token if the user wants another connection.",
        OAuthCode = LinkErrorCodes.InvalidGrant,
        ExceptionFactory = static (error, innerException) => new LinkTokenConsumedException(error, innerException),
    };

    /// <summary>Link token not validated: <see cref="LinkErrorCodes.LinkTokenNotValidated"/>. The flow went on before the link token had passed validation.</summary>
    public static LinkErrorDefinition LinkTokenNotValidated { get; } = new(LinkErrorCodes.LinkTokenNotValidated)
    {
        Title = "Link token not validated",
        Message = "The link token has not been validated yet.",
        Description = "The flow went on before the link token had passed validation.",
        Action = "Validate the link token first, then continue the flow.",
        OAuthCode = LinkErrorCodes.InvalidGrant,
        ExceptionFactory = static (error, innerException) => new LinkTokenNotValidatedException(error, innerException),
    };

    /// <summary>Link token missing: <see cref="LinkErrorCodes.LinkTokenMissing"/>. The request that starts the flow carries no link token, so no flow and no trusted target are known.</summary>
    public static LinkErrorDefinition LinkTokenMissing { get; } = new(LinkErrorCodes.LinkTokenMissing)
    {
        Title = "Link token missing",
        Message = "The link token is missing from the request.",
        Description = "The request that starts the flow carries no link token, so no flow and no trusted target are known.",
        Action = "Pass the link token in the request that starts the flow.",
        StatusCode = 404,
        MayRedirect = false,
        ExceptionFactory = static (error, innerException) => new LinkTokenMissingException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> LinkTokenFamily { get; } =
    [
        LinkTokenInvalid,
        LinkTokenExpired,
        LinkTokenConsumed,
        LinkTokenNotValidated,
        LinkTokenMissing,
    ];
}
