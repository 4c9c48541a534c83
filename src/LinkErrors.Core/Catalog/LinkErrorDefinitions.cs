namespace LinkErrors;

/// <summary>The entries of the default catalog, one property for each of <see cref="LinkErrorCodes"/>.</summary>
public static partial class LinkErrorDefinitions
{
    private const string LinkTokens = "Link tokens";
    private const string Providers = "Providers";
    private const string Callbacks = "Callbacks and redirect URIs";
    private const string Sessions = "Sessions";
    private const string LoginAttempts = "Login attempts";
    private const string Passkeys = "Passkeys";
    private const string LinkRequests = "Requests to the service";
    private const string OAuths = "OAuth 2.0";
    private const string OAuthExtensions = "Extensions of OAuth 2.0";
    private const string OpenIdConnects = "OpenID Connect";
    private const string BackchannelAuthentications = "Backchannel authentication";
    private const string Resources = "Protected resources";

    internal static IEnumerable<LinkErrorDefinition> All =>
    [
        .. LinkTokenFamily,
        .. ProviderFamily,
        .. CallbackFamily,
        .. SessionFamily,
        .. LoginAttemptFamily,
        .. PasskeyFamily,
        .. LinkRequestFamily,
        .. OAuthFamily,
        .. OAuthExtensionFamily,
        .. OpenIdConnectFamily,
        .. BackchannelAuthenticationFamily,
        .. ResourceFamily,
    ];

    /// <summary>What a bare HTTP status says, where nothing else is known of an error.</summary>
    /// <param name="statusCode">The status.</param>
    /// <returns>The entry that stands for the status, <see cref="ServerError"/> from 500 on; null for a status that says nothing.</returns>
    public static LinkErrorDefinition? OfStatus(int statusCode) => statusCode switch
    {
        401 => InvalidToken,
        403 => Forbidden,
        404 => NotFound,
        409 => Conflict,
        422 => UnprocessableEntity,
        429 => RateLimited,
        503 => TemporarilyUnavailable,
        >= 500 => ServerError,
        _ => null,
    };
}
