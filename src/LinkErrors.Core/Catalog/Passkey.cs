using LinkErrors.Exceptions;

namespace LinkErrors
{
    public static partial class LinkErrorCodes
    {
        /// <summary>The code of <see cref="LinkErrorDefinitions.PasskeyDataMissing"/>.</summary>
        public const string PasskeyDataMissing = "passkey_data_missing";

        /// <summary>The code of <see cref="LinkErrorDefinitions.PasskeyDataExpired"/>.</summary>
        public const string PasskeyDataExpired = "passkey_data_expired";

        /// <summary>The code of <see cref="LinkErrorDefinitions.PasskeyDataInvalid"/>.</summary>
        public const string PasskeyDataInvalid = "passkey_data_invalid";

        /// <summary>The code of <see cref="LinkErrorDefinitions.PasskeyWrongOrganization"/>.</summary>
        public const string PasskeyWrongOrganization = "passkey_wrong_organization";
    }

    public static partial class LinkErrorDefinitions
    {
        /// <summary>The entry of <see cref="LinkErrorCodes.PasskeyDataMissing"/>.</summary>
        public static LinkErrorDefinition PasskeyDataMissing { get; } = new(LinkErrorCodes.PasskeyDataMissing)
        {
            Family = Passkeys,
            Title = "Passkey data missing",
            Message = "The passkey data is missing.",
            Description = "The request does not name the passkey ceremony that it belongs to.",
            Causes = ["The cookie of the ceremony is blocked, or the page was opened by hand."],
            Action = "Start the passkey sign-in again.",
            ExceptionFactory = static (error, innerException) => new PasskeyDataMissingException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.PasskeyDataExpired"/>.</summary>
        public static LinkErrorDefinition PasskeyDataExpired { get; } = new(LinkErrorCodes.PasskeyDataExpired)
        {
            Family = Passkeys,
            Title = "Passkey data expired",
            Message = "The passkey data has expired.",
            Description = "The passkey ceremony took longer than its lifetime.",
            Causes = ["The user waited too long before the passkey was presented."],
            Action = "Start the passkey sign-in again.",
            ExceptionFactory = static (error, innerException) => new PasskeyDataExpiredException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.PasskeyDataInvalid"/>.</summary>
        public static LinkErrorDefinition PasskeyDataInvalid { get; } = new(LinkErrorCodes.PasskeyDataInvalid)
        {
            Family = Passkeys,
            Title = "Passkey data invalid",
            Message = "The passkey data is not valid.",
            Description = "The data of the passkey ceremony cannot be verified.",
            Causes = ["The ceremony was begun in another tab.", "The origin does not fit the passkey."],
            Action = "Start the passkey sign-in again.",
            ExceptionFactory = static (error, innerException) => new PasskeyDataInvalidException(null, innerException) { Error = error },
        };

        /// <summary>The entry of <see cref="LinkErrorCodes.PasskeyWrongOrganization"/>.</summary>
        public static LinkErrorDefinition PasskeyWrongOrganization { get; } = new(LinkErrorCodes.PasskeyWrongOrganization)
        {
            Family = Passkeys,
            Title = "Passkey of another organization",
            Message = "The passkey belongs to another organization.",
            Description = "The passkey was made for another organization, often because several share one login address.",
            Causes = ["The user picked the passkey of another organization from the list of the browser."],
            Action = "Sign in at the address of the right organization.",
            StatusCode = 403,
            OAuthCode = LinkErrorCodes.AccessDenied,
            ExceptionFactory = static (error, innerException) => new PasskeyWrongOrganizationException(null, innerException) { Error = error },
        };

        internal static IReadOnlyList<LinkErrorDefinition> PasskeyFamily { get; } =
        [
            PasskeyDataMissing,
            PasskeyDataExpired,
            PasskeyDataInvalid,
            PasskeyWrongOrganization,
        ];
    }
}

namespace LinkErrors.Exceptions
{
    /// <summary>The errors of passkeys: catch it to handle them all.</summary>
    public abstract class PasskeyException : LinkException
    {
        private protected PasskeyException(LinkErrorDefinition definition, string? debugMessage, Exception? innerException)
            : base(definition, debugMessage, innerException)
        {
        }
    }

    /// <summary>The exception of <see cref="LinkErrorDefinitions.PasskeyDataMissing"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class PasskeyDataMissingException(string? debugMessage = null, Exception? innerException = null)
        : PasskeyException(LinkErrorDefinitions.PasskeyDataMissing, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.PasskeyDataExpired"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class PasskeyDataExpiredException(string? debugMessage = null, Exception? innerException = null)
        : PasskeyException(LinkErrorDefinitions.PasskeyDataExpired, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.PasskeyDataInvalid"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class PasskeyDataInvalidException(string? debugMessage = null, Exception? innerException = null)
        : PasskeyException(LinkErrorDefinitions.PasskeyDataInvalid, debugMessage, innerException);

    /// <summary>The exception of <see cref="LinkErrorDefinitions.PasskeyWrongOrganization"/>.</summary>
    /// <inheritdoc cref="LinkException(LinkErrorDefinition, string?, Exception?)" path="/param[@name != 'definition']"/>
    public sealed class PasskeyWrongOrganizationException(string? debugMessage = null, Exception? innerException = null)
        : PasskeyException(LinkErrorDefinitions.PasskeyWrongOrganization, debugMessage, innerException);
}
