namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>spotify</c>: Spotify. <c>error</c> is text at the token endpoint and an object in the API, without a code.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/novatorem/novatorem/issues/81"/></item>
    /// <item><see href="https://github.com/spotify/web-api/issues/313"/></item>
    /// <item><see href="https://github.com/kokarare1212/librespot-python/issues/328"/></item>
    /// <item><see href="https://github.com/thlucas1/homeassistantcomponent_spotifyplus/issues/237"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Spotify { get; } = new("spotify")
    {
        Code = ["error"],
        Text = ["error.message", "error_description"],
    };
}
