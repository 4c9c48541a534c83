using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Login hint token expired: <see cref="LinkErrorCodes.ExpiredLoginHintToken"/>. The login_hint_token of the backchannel request is no longer valid (CIBA Core section 13).</summary>
    public static LinkErrorDefinition ExpiredLoginHintToken { get; } = new(LinkErrorCodes.ExpiredLoginHintToken)
    {
        Title = "Login hint token expired",
        Message = "The login hint token has expired.",
        Description = "The login_hint_token of the backchannel request is no longer valid (CIBA Core section 13).",
        Action = "Get a new login hint token.",
        OAuthCode = LinkErrorCodes.ExpiredLoginHintToken,
        ExceptionFactory = static (error, innerException) => new ExpiredLoginHintTokenException(error, innerException),
    };

    /// <summary>User not identified: <see cref="LinkErrorCodes.UnknownUserId"/>. No user fits the hint of the backchannel request (CIBA Core section 13).</summary>
    public static LinkErrorDefinition UnknownUserId { get; } = new(LinkErrorCodes.UnknownUserId)
    {
        Title = "User not identified",
        Message = "The user could not be identified from the hint.",
        Description = "No user fits the hint of the backchannel request (CIBA Core section 13).",
        Action = "Check the hint.",
        OAuthCode = LinkErrorCodes.UnknownUserId,
        ExceptionFactory = static (error, innerException) => new UnknownUserIdException(error, innerException),
    };

    /// <summary>User code missing: <see cref="LinkErrorCodes.MissingUserCode"/>. The user protects backchannel requests with a secret code, and the request has none (CIBA Core section 13).</summary>
    public static LinkErrorDefinition MissingUserCode { get; } = new(LinkErrorCodes.MissingUserCode)
    {
        Title = "User code missing",
        Message = "The user code is required but missing.",
        Description = "The user protects backchannel requests with a secret code, and the request has none (CIBA Core section 13).",
        Action = "Ask the user for the code.",
        OAuthCode = LinkErrorCodes.MissingUserCode,
        ExceptionFactory = static (error, innerException) => new MissingUserCodeException(error, innerException),
    };

    /// <summary>User code invalid: <see cref="LinkErrorCodes.InvalidUserCode"/>. The secret code of the user is wrong (CIBA Core section 13).</summary>
    public static LinkErrorDefinition InvalidUserCode { get; } = new(LinkErrorCodes.InvalidUserCode)
    {
        Title = "User code invalid",
        Message = "The user code is not valid.",
        Description = "The secret code of the user is wrong (CIBA Core section 13).",
        Action = "Ask the user for the code again.",
        OAuthCode = LinkErrorCodes.InvalidUserCode,
        ExceptionFactory = static (error, innerException) => new InvalidUserCodeException(error, innerException),
    };

    /// <summary>Binding message invalid: <see cref="LinkErrorCodes.InvalidBindingMessage"/>. The binding message is too long or has characters that a device cannot show (CIBA Core section 13).</summary>
    public static LinkErrorDefinition InvalidBindingMessage { get; } = new(LinkErrorCodes.InvalidBindingMessage)
    {
        Title = "Binding message invalid",
        Message = "The binding message cannot be shown.",
        Description = "The binding message is too long or has characters that a device cannot show (CIBA Core section 13).",
        Action = "Use a short, plain binding message.",
        OAuthCode = LinkErrorCodes.InvalidBindingMessage,
        ExceptionFactory = static (error, innerException) => new InvalidBindingMessageException(error, innerException),
    };

    /// <summary>Transaction failed: <see cref="LinkErrorCodes.TransactionFailed"/>. The backchannel authentication ended with a fault of the server (CIBA Core section 11).</summary>
    public static LinkErrorDefinition TransactionFailed { get; } = new(LinkErrorCodes.TransactionFailed)
    {
        Title = "Transaction failed",
        Message = "The transaction failed unexpectedly.",
        Description = "The backchannel authentication ended with a fault of the server (CIBA Core section 11).",
        Action = "Start a new backchannel request.",
        OAuthCode = LinkErrorCodes.TransactionFailed,
        IsTransient = true,
        ExceptionFactory = static (error, innerException) => new TransactionFailedException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> CibaFamily { get; } =
    [
        ExpiredLoginHintToken,
        UnknownUserId,
        MissingUserCode,
        InvalidUserCode,
        InvalidBindingMessage,
        TransactionFailed,
    ];
}
