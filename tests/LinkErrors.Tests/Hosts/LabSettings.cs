namespace LinkErrors.Tests.Hosts;

/// <summary>Settings that many tests share.</summary>
public static class LabSettings
{
    public const string RedirectUri = "https://client.example/cb";

    /// <summary>The query of a request that names a registered client, its target and a state.</summary>
    public const string Flow = "?client_id=web&redirect_uri=https%3A%2F%2Fclient.example%2Fcb&state=xyz";

    /// <summary>The client <c>web</c> with one redirect URI, and settings of a test's own behind it.</summary>
    public static IReadOnlyDictionary<string, string?> WithClient(params (string Key, string? Value)[] more)
    {
        Dictionary<string, string?> settings = new(StringComparer.Ordinal) { ["LinkErrors:Clients:web:RedirectUris:0"] = RedirectUri };
        foreach ((string key, string? value) in more)
        {
            settings["LinkErrors:" + key] = value;
        }

        return settings;
    }
}
