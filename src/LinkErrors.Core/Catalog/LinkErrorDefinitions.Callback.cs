using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Authorization code missing: <see cref="LinkErrorCodes.CallbackCodeMissing"/>. The provider sent the browser back without an authorization code and without an error.</summary>
    public static LinkErrorDefinition CallbackCodeMissing { get; } = new(LinkErrorCodes.CallbackCodeMissing)
    {
        Title = "Authorization code missing",
        Message = "The code parameter is required but missing.",
        Description = "The provider sent the browser back without an authorization code and without an error.",
        Action = "Start the flow again.",
        ExceptionFactory = static (error, innerException) => new CallbackCodeMissingException(error, innerException),
    };

    /// <summary>State missing: <see cref="LinkErrorCodes.CallbackStateMissing"/>. The callback, or the start of the login flow, carries no state, so it cannot be tied to the browser that began.</summary>
    public static LinkErrorDefinition CallbackStateMissing { get; } = new(LinkErrorCodes.CallbackStateMissing)
    {
        Title = "State missing",
        Message = "The state parameter is required but missing.",
        Description = "The callback, or the start of the login flow, carries no state, so it cannot be tied to the browser that began.",
        Action = "Start the flow again from the application.",
        ExceptionFactory = static (error, innerException) => new CallbackStateMissingException(error, innerException),
    };

    /// <summary>State invalid: <see cref="LinkErrorCodes.CallbackStateInvalid"/>. The state was changed, belongs to another browser or session, or its cookie was lost.</summary>
    public static LinkErrorDefinition CallbackStateInvalid { get; } = new(LinkErrorCodes.CallbackStateInvalid)
    {
        Title = "State invalid",
        Message = "The state parameter does not belong to this flow.",
        Description = "The state was changed, belongs to another browser or session, or its cookie was lost.",
        Action = "Start the flow again in the same browser, with cookies allowed.",
        ExceptionFactory = static (error, innerException) => new CallbackStateInvalidException(error, innerException),
    };

    /// <summary>Callback URL missing: <see cref="LinkErrorCodes.CallbackUrlMissing"/>. The login flow was started without the URL to return to.</summary>
    public static LinkErrorDefinition CallbackUrlMissing { get; } = new(LinkErrorCodes.CallbackUrlMissing)
    {
        Title = "Callback URL missing",
        Message = "The callback URL is missing.",
        Description = "The login flow was started without the URL to return to.",
        Action = "Send the callback URL with the request.",
        MayRedirect = false,
        ExceptionFactory = static (error, innerException) => new CallbackUrlMissingException(error, innerException),
    };

    /// <summary>Callback URL not allowed: <see cref="LinkErrorCodes.CallbackUrlInvalid"/>. The callback URL is malformed or does not belong to a registered domain.</summary>
    public static LinkErrorDefinition CallbackUrlInvalid { get; } = new(LinkErrorCodes.CallbackUrlInvalid)
    {
        Title = "Callback URL not allowed",
        Message = "The callback URL is not valid or not registered.",
        Description = "The callback URL is malformed or does not belong to a registered domain.",
        Action = "Register the callback URL, or correct it.",
        MayRedirect = false,
        ExceptionFactory = static (error, innerException) => new CallbackUrlInvalidException(error, innerException),
    };

    /// <summary>Redirect URI missing: <see cref="LinkErrorCodes.RedirectUriMissing"/>. No redirect URI was sent, and none can be derived from the client registration.</summary>
    public static LinkErrorDefinition RedirectUriMissing { get; } = new(LinkErrorCodes.RedirectUriMissing)
    {
        Title = "Redirect URI missing",
        Message = "The redirect_uri parameter is missing.",
        Description = "No redirect URI was sent, and none can be derived from the client registration.",
        Action = "Send one of the registered redirect URIs.",
        MayRedirect = false,
        ExceptionFactory = static (error, innerException) => new RedirectUriMissingException(error, innerException),
    };

    /// <summary>Code challenge missing: <see cref="LinkErrorCodes.CodeChallengeMissing"/>. The flow needs proof key for code exchange (RFC 7636), but the request has no code challenge.</summary>
    public static LinkErrorDefinition CodeChallengeMissing { get; } = new(LinkErrorCodes.CodeChallengeMissing)
    {
        Title = "Code challenge missing",
        Message = "The code challenge is missing.",
        Description = "The flow needs proof key for code exchange (RFC 7636), but the request has no code challenge.",
        Action = "Send code_challenge and code_challenge_method.",
        ExceptionFactory = static (error, innerException) => new CodeChallengeMissingException(error, innerException),
    };

    /// <summary>Code challenge invalid: <see cref="LinkErrorCodes.CodeChallengeInvalid"/>. The verifier of the callback step does not hash to the challenge that began the flow (RFC 7636 section 4.6).</summary>
    public static LinkErrorDefinition CodeChallengeInvalid { get; } = new(LinkErrorCodes.CodeChallengeInvalid)
    {
        Title = "Code challenge invalid",
        Message = "The code verifier does not match the code challenge.",
        Description = "The verifier of the callback step does not hash to the challenge that began the flow (RFC 7636 section 4.6).",
        Action = "Start the flow again and keep the verifier until the end.",
        OAuthCode = LinkErrorCodes.InvalidGrant,
        ExceptionFactory = static (error, innerException) => new CodeChallengeInvalidException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> CallbackFamily { get; } =
    [
        CallbackCodeMissing,
        CallbackStateMissing,
        CallbackStateInvalid,
        CallbackUrlMissing,
        CallbackUrlInvalid,
        RedirectUriMissing,
        CodeChallengeMissing,
        CodeChallengeInvalid,
    ];
}
