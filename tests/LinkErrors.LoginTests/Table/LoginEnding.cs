using System.Text.RegularExpressions;
using LinkErrors.LoginTests.Applications;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.LoginTests.Table;

/// <summary>How a login ended.</summary>
/// <param name="Where">Where the browser is.</param>
/// <param name="Code">The code of the link error; null when there was none.</param>
/// <param name="WireCode">The code as the client reads it; null when the browser is elsewhere.</param>
/// <param name="State">The state that the client got back; null when the browser is elsewhere.</param>
/// <param name="Cookies">The cookies that the browser has left, by what they are for.</param>
/// <param name="Log">What was logged, by level.</param>
/// <param name="Lines">What the library logged.</param>
/// <param name="Text">Everything that the browser was told.</param>
/// <param name="Trace">The log itself, for whoever reads that a test failed.</param>
internal sealed partial record LoginEnding(string Where, string? Code, string? WireCode, string? State, string Cookies, string Log, string Lines, string Text, string Trace)
{
    public static LoginEnding Read(LoginArrival arrival, IReadOnlyList<LogEntry> log)
    {
        string? code = log.Where(entry => entry.Category.StartsWith("LinkErrors", StringComparison.Ordinal))
            .Select(entry => Answered().Match(entry.Text))
            .LastOrDefault(match => match.Success)?.Groups["code"].Value;
        Dictionary<string, StringValues> parameters = arrival.Location is null ? [] : QueryHelpers.ParseQuery(new Uri(arrival.Location).Query);
        bool isClient = arrival.Location?.StartsWith(LoginApplication.Target + "?", StringComparison.Ordinal) == true;
        return new LoginEnding(
            isClient ? "client" : Describe(arrival),
            code,
            isClient ? parameters.GetValueOrDefault("error").ToString() : null,
            isClient ? parameters.GetValueOrDefault("state").ToString() : null,
            Describe(arrival.Cookies),
            Describe(log),
            string.Join('\n', log.Where(entry => entry.Category.StartsWith("LinkErrors", StringComparison.Ordinal)).Select(entry => entry.Text)),
            arrival.Location + arrival.Body,
            string.Join('\n', log.Where(entry => entry.Level >= LogLevel.Information).Select(entry => $"{entry.Level} {entry.Category}: {entry.Text} {entry.Exception}")));
    }

    private static string Describe(LoginArrival arrival) => arrival switch
    {
        { Location: { } location } => location,
        { Body: "linked" or "nobody" } => arrival.Body,
        { Body: "" } => $"blank {(int)arrival.Status}",
        _ => $"page {(int)arrival.Status}",
    };

    private static string Describe(IReadOnlyList<string> cookies)
    {
        (string Part, string Name)[] known = [(".Correlation.", "correlation"), ("OpenIddict.Client.State", "correlation"), (".Nonce.", "nonce"), (".Cookies", "session")];
        string[] names = [.. known.Where(cookie => cookies.Any(name => name.Contains(cookie.Part, StringComparison.Ordinal))).Select(cookie => cookie.Name)];
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }

    /// <summary>The library's one line, a warning where it is the provider that fails.</summary>
    private static bool IsAnswer(LogEntry entry) =>
        entry.Category.StartsWith("LinkErrors", StringComparison.Ordinal) && (entry.Level == LogLevel.Information || entry.EventId.Name == "FailureAnswered");

    /// <summary>
    /// Warnings and errors of anybody, and what the library says. Identity.Web gives IdentityModel a logger for the whole process:
    /// what comes from there may belong to another application, so it does not count. Nor does what Kestrel says of a busy machine, and the library of the set-up: these applications forget their keys.
    /// </summary>
    private static string Describe(IReadOnlyList<LogEntry> all)
    {
        LogEntry[] log = [.. all.Where(entry => !entry.Category.StartsWith("Microsoft.IdentityModel.", StringComparison.Ordinal) && entry.EventId.Name is not ("HeartbeatSlow" or "KeyRingNotPersisted"))];
        int answers = log.Count(IsAnswer);
        int warnings = log.Count(entry => entry.Level == LogLevel.Warning && !IsAnswer(entry));
        int errors = log.Count(entry => entry.Level >= LogLevel.Error);
        int stacks = log.Count(entry => entry is { Level: >= LogLevel.Warning, Exception: not null });
        string[] parts = [Count(answers, "line"), Count(warnings, "warning"), Count(errors, "error"), Count(stacks, "stack")];
        return string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "nothing";
    }

    private static string Count(int number, string what) => number switch
    {
        0 => "",
        1 => $"1 {what}",
        _ => $"{number} {what}s",
    };

    [GeneratedRegex(@"^(An unexpected exception was answered as|Answered) link error (?<code>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answered();
}
