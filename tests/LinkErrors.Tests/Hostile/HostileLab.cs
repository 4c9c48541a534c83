namespace LinkErrors.Tests.Hostile;

/// <summary>ErrorLab as a process of its own, with a short time for flows and one client.</summary>
internal static class HostileLab
{
    public const string Target = "https://client.example/cb";

    private const string Flow = "client_id=client&redirect_uri=https%3A%2F%2Fclient.example%2Fcb&state=s";

    /// <summary>A marked endpoint, one in MVC, one for code, one without a mark, one for GET only, and one for JSON.</summary>
    public static IReadOnlyList<string> Endpoints { get; } =
    [
        $"/try/oauth/access_denied?{Flow}",
        $"/try/oauth/access_denied?{Flow}&via=mvc",
        $"/try/oauth/access_denied?{Flow}&kind=api",
        $"/?{Flow}",
        $"/ok?{Flow}",
        $"/check?{Flow}",
    ];

    public static Task<SampleProcess> StartAsync(params (string Name, string Value)[] environment) => SampleProcess.StartAsync(
        Path.Combine(AppContext.BaseDirectory, "ErrorLab.dll"),
        [
            ("LinkErrors__Clients__client__RedirectUris__0", Target),
            ("LinkErrors__FlowTimeout", "00:00:00.3"),
            ("Logging__Console__FormatterName", "simple"),
            ("Logging__Console__FormatterOptions__SingleLine", "true"),
            .. environment,
        ]);

    /// <summary>A redirect leads to the registered target; any other answer stays here.</summary>
    public static bool IsSafe(string? location) => location is null || location.StartsWith(Target + "?error=", StringComparison.Ordinal);
}
