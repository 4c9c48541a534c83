namespace Provider;

/// <summary>What a user allowed, and what is to happen afterwards.</summary>
internal sealed record ProviderGrant(string Account, string Scope, string RedirectUri, string? Nonce, string? CodeChallenge, string Then);
