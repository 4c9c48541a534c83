namespace LinkErrors;

/// <summary>The entries of the default catalog, one property for each of <see cref="LinkErrorCodes"/>.</summary>
public static partial class LinkErrorDefinitions
{
    internal static IEnumerable<LinkErrorDefinition> All =>
    [
        .. LinkTokenFamily,
        .. ProviderFamily,
        .. CallbackFamily,
        .. SessionFamily,
        .. LoginAttemptFamily,
        .. PasskeyFamily,
        .. RequestFamily,
        .. OAuthFamily,
        .. OAuthExtensionFamily,
        .. OpenIdConnectFamily,
        .. CibaFamily,
        .. ResourceFamily,
    ];
}
