namespace LinkErrors.Dialects;

/// <summary>
/// What well-known providers answer when something goes wrong, one statement each. Give it to the client that talks to the provider:
/// <c>AddLinkErrors(options => options.Reader.Dialect = ProviderDialects.Strava)</c>. They are not recognised by themselves.
/// </summary>
public static partial class ProviderDialects
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<JsonLinkErrorDialect> All => field ??=
    [
        Amazon, Apple, Auth0, Cognito, Discord, Dropbox, Entra, Facebook,
        Fitbit, GitHub, Google, HubSpot, LinkedIn, Okta, Oura, Plaid,
        Polar, Salesforce, Shopify, Slack, Spotify, Square, Strava, TikTok,
        Twitch, WeChat, Whoop, Withings, X, Zoom,
    ];
}
