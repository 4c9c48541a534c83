namespace LinkErrors;

public static partial class LinkErrorCodes
{
    /// <summary>The request does not name the passkey ceremony that it belongs to.</summary>
    public const string PasskeyDataMissing = "passkey_data_missing";

    /// <summary>The passkey ceremony took longer than its lifetime.</summary>
    public const string PasskeyDataExpired = "passkey_data_expired";

    /// <summary>The data of the passkey ceremony cannot be verified.</summary>
    public const string PasskeyDataInvalid = "passkey_data_invalid";

    /// <summary>The passkey was made for another organization, often because several share one login address.</summary>
    public const string PasskeyWrongOrganization = "passkey_wrong_organization";
}
