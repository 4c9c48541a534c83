using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Session identifier missing: <see cref="LinkErrorCodes.SessionIdMissing"/>. The link session was created without an identifier: a fault of the service, not of the user.</summary>
    public static LinkErrorDefinition SessionIdMissing { get; } = new(LinkErrorCodes.SessionIdMissing)
    {
        Title = "Session identifier missing",
        Message = "The state carries no session identifier.",
        Description = "The link session was created without an identifier: a fault of the service, not of the user.",
        Action = "Start again; report the reference if it persists.",
        StatusCode = 500,
        OAuthCode = LinkErrorCodes.ServerError,
        ExceptionFactory = static (error, innerException) => new SessionIdMissingException(error, innerException),
    };

    /// <summary>Session not found: <see cref="LinkErrorCodes.SessionMissing"/>. No session has the identifier that was given.</summary>
    public static LinkErrorDefinition SessionMissing { get; } = new(LinkErrorCodes.SessionMissing)
    {
        Title = "Session not found",
        Message = "The session was not found.",
        Description = "No session has the identifier that was given.",
        Action = "Sign in again.",
        ExceptionFactory = static (error, innerException) => new SessionMissingException(error, innerException),
    };

    /// <summary>Session not verified: <see cref="LinkErrorCodes.SessionNotVerified"/>. The session exists, but its verification was not completed correctly.</summary>
    public static LinkErrorDefinition SessionNotVerified { get; } = new(LinkErrorCodes.SessionNotVerified)
    {
        Title = "Session not verified",
        Message = "The session has not been verified.",
        Description = "The session exists, but its verification was not completed correctly.",
        Action = "Complete the verification, or sign in again.",
        ExceptionFactory = static (error, innerException) => new SessionNotVerifiedException(error, innerException),
    };

    /// <summary>Session expired: <see cref="LinkErrorCodes.SessionExpired"/>. The session or the protected state of the flow is older than its lifetime.</summary>
    public static LinkErrorDefinition SessionExpired { get; } = new(LinkErrorCodes.SessionExpired)
    {
        Title = "Session expired",
        Message = "The session has expired.",
        Description = "The session or the protected state of the flow is older than its lifetime.",
        Action = "Start again.",
        ExceptionFactory = static (error, innerException) => new SessionExpiredException(error, innerException),
    };

    /// <summary>Session not active: <see cref="LinkErrorCodes.SessionInactive"/>. The session is not active yet, or was ended.</summary>
    public static LinkErrorDefinition SessionInactive { get; } = new(LinkErrorCodes.SessionInactive)
    {
        Title = "Session not active",
        Message = "The session is not active.",
        Description = "The session is not active yet, or was ended.",
        Action = "Sign in again.",
        ExceptionFactory = static (error, innerException) => new SessionInactiveException(error, innerException),
    };

    /// <summary>Session invalid: <see cref="LinkErrorCodes.SessionInvalid"/>. The session does not match the data that was sent to activate it.</summary>
    public static LinkErrorDefinition SessionInvalid { get; } = new(LinkErrorCodes.SessionInvalid)
    {
        Title = "Session invalid",
        Message = "The session is not valid for this request.",
        Description = "The session does not match the data that was sent to activate it.",
        Action = "Sign in again.",
        ExceptionFactory = static (error, innerException) => new SessionInvalidException(error, innerException),
    };

    /// <summary>Session could not be started: <see cref="LinkErrorCodes.SessionInitializationFailed"/>. The link token could not be validated because of an unknown error upstream.</summary>
    public static LinkErrorDefinition SessionInitializationFailed { get; } = new(LinkErrorCodes.SessionInitializationFailed)
    {
        Title = "Session could not be started",
        Message = "The session could not be started.",
        Description = "The link token could not be validated because of an unknown error upstream.",
        Action = "Create a new link token and try again.",
        StatusCode = 500,
        OAuthCode = LinkErrorCodes.ServerError,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new SessionInitializationFailedException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> SessionFamily { get; } =
    [
        SessionIdMissing,
        SessionMissing,
        SessionNotVerified,
        SessionExpired,
        SessionInactive,
        SessionInvalid,
        SessionInitializationFailed,
    ];
}
