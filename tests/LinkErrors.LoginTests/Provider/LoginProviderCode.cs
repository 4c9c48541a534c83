namespace LinkErrors.LoginTests.Provider;

/// <summary>An authorization code that was given out, for one use.</summary>
internal sealed record LoginProviderCode(string Client, string? Nonce);
