namespace LinkErrors.HostTests.Matrix;

/// <summary>The client that every application knows, and what it asks with.</summary>
internal static class HostFlow
{
    public const string Target = "https://client.example/cb";

    public const string State = "a+b c&=%";

    public static string Query => $"?client_id=web&redirect_uri={Uri.EscapeDataString(Target)}&state={Uri.EscapeDataString(State)}";

    public static IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("LinkErrors:Dialect", "problem-details"),
        new("LinkErrors:Clients:web:Dialect", "oauth"),
        new("LinkErrors:Clients:web:RedirectUris:0", Target),
    ];
}
