namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The link session was created without an identifier: a fault of the service, not of the user.</summary>
    public const string SessionIdMissing = "session_id_missing";

    /// <summary>No session has the identifier that was given.</summary>
    public const string SessionMissing = "session_missing";

    /// <summary>The session exists, but its verification was not completed correctly.</summary>
    public const string SessionNotVerified = "session_not_verified";

    /// <summary>The session or the protected state of the flow is older than its lifetime.</summary>
    public const string SessionExpired = "session_expired";

    /// <summary>The session is not active yet, or was ended.</summary>
    public const string SessionInactive = "session_inactive";

    /// <summary>The session does not match the data that was sent to activate it.</summary>
    public const string SessionInvalid = "session_invalid";

    /// <summary>The link token could not be validated because of an unknown error upstream.</summary>
    public const string SessionInitializationFailed = "session_initialization_failed";
}
