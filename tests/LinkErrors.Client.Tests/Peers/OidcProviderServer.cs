namespace LinkErrors.Client.Tests.Peers;

/// <summary>Asked as code asks it, without a user.</summary>
public sealed class OidcProviderServer() : OidcProviderProcess("server.mjs");
