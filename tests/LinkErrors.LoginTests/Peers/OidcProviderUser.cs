namespace LinkErrors.LoginTests.Peers;

/// <summary>oidc-provider with a user who does what the login hint says.</summary>
public sealed class OidcProviderUser() : OidcProviderProcess("login.mjs");
