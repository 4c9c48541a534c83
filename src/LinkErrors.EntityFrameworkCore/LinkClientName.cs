namespace LinkErrors;

/// <summary>What a client is looked for by.</summary>
internal readonly record struct LinkClientName(string Text, bool IsRedirectUri);
