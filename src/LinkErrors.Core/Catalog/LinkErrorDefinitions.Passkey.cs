using LinkErrors.Exceptions;

namespace LinkErrors;

public static partial class LinkErrorDefinitions
{
    /// <summary>Passkey data missing: <see cref="LinkErrorCodes.PasskeyDataMissing"/>. The request does not name the passkey ceremony that it belongs to.</summary>
    public static LinkErrorDefinition PasskeyDataMissing { get; } = new(LinkErrorCodes.PasskeyDataMissing)
    {
        Title = "Passkey data missing",
        Message = "The passkey data is missing.",
        Description = "The request does not name the passkey ceremony that it belongs to.",
        Action = "Start the passkey sign-in again.",
        ExceptionFactory = static (error, innerException) => new PasskeyDataMissingException(error, innerException),
    };

    /// <summary>Passkey data expired: <see cref="LinkErrorCodes.PasskeyDataExpired"/>. The passkey ceremony took longer than its lifetime.</summary>
    public static LinkErrorDefinition PasskeyDataExpired { get; } = new(LinkErrorCodes.PasskeyDataExpired)
    {
        Title = "Passkey data expired",
        Message = "The passkey data has expired.",
        Description = "The passkey ceremony took longer than its lifetime.",
        Action = "Start the passkey sign-in again.",
        ExceptionFactory = static (error, innerException) => new PasskeyDataExpiredException(error, innerException),
    };

    /// <summary>Passkey data invalid: <see cref="LinkErrorCodes.PasskeyDataInvalid"/>. The data of the passkey ceremony cannot be verified.</summary>
    public static LinkErrorDefinition PasskeyDataInvalid { get; } = new(LinkErrorCodes.PasskeyDataInvalid)
    {
        Title = "Passkey data invalid",
        Message = "The passkey data is not valid.",
        Description = "The data of the passkey ceremony cannot be verified.",
        Action = "Start the passkey sign-in again.",
        ExceptionFactory = static (error, innerException) => new PasskeyDataInvalidException(error, innerException),
    };

    /// <summary>Passkey of another organization: <see cref="LinkErrorCodes.PasskeyWrongOrganization"/>. The passkey was made for another organization, often because several share one login address.</summary>
    public static LinkErrorDefinition PasskeyWrongOrganization { get; } = new(LinkErrorCodes.PasskeyWrongOrganization)
    {
        Title = "Passkey of another organization",
        Message = "The passkey belongs to another organization.",
        Description = "The passkey was made for another organization, often because several share one login address.",
        Action = "Sign in at the address of the right organization.",
        StatusCode = 403,
        OAuthCode = LinkErrorCodes.AccessDenied,
        ExceptionFactory = static (error, innerException) => new PasskeyWrongOrganizationException(error, innerException),
    };

    internal static IReadOnlyList<LinkErrorDefinition> PasskeyFamily { get; } =
    [
        PasskeyDataMissing,
        PasskeyDataExpired,
        PasskeyDataInvalid,
        PasskeyWrongOrganization,
    ];
}
