using System.Diagnostics.Metrics;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Flows;

/// <summary>What comes between a request and its target is a line, a count and a note, each with what the others say.</summary>
public sealed class SearchReportTests
{
    private static readonly LinkClient Client = new("web", [LabSettings.RedirectUri]);
    private static readonly StubClientStore Store = new(_ => default);
    private static readonly ApplicationLinkFlowSource Source = new();
    private static readonly RedirectUriRefusal Refusal = Client.ExplainRefusal("https://other.example/")!;

    private static readonly Dictionary<string, Case> Cases = new(StringComparer.Ordinal)
    {
        ["client unknown"] = new(
            report => report.ClientUnknown("one\n", "https://other.example/\n"),
            "client_unknown", "ClientUnknown", LogLevel.Information, ["one\\u000A", "https://other.example/\\u000A"],
            new SearchNote("client_unknown") { ClientId = "one\n", RedirectUri = "https://other.example/\n" }),
        ["another client"] = new(
            report => report.StoreAnsweredAnother(Store, Client, "WEB\n", "https://other.example/\n"),
            "store_answered_another", "StoreAnsweredAnother", LogLevel.Warning, ["StubClientStore", "web", "WEB\\u000A", "https://other.example/\\u000A"],
            new SearchNote("store_answered_another") { Source = "StubClientStore", Client = Client, ClientId = "WEB\n", RedirectUri = "https://other.example/\n" }),
        ["redirect URI"] = new(
            report => report.RedirectUriRefused(Client, "https://other.example/\n", Refusal),
            "uri_unregistered", "RedirectUriRefused", LogLevel.Information, ["web", "https://other.example/\\u000A"],
            new SearchNote("uri_unregistered") { Client = Client, RedirectUri = "https://other.example/\n", Refusal = Refusal }),
        ["state that cannot return"] = new(
            report => report.StateNotEchoable(Client, "secret-state"),
            "state_not_echoable", "StateNotEchoable", LogLevel.Information, ["web", "12"],
            new SearchNote("state_not_echoable") { Client = Client }),
        ["forged state"] = new(
            report => report.StateRefused(new CallbackStateInvalidException("changed\n")),
            "state_refused", "StateRefused", LogLevel.Information, ["callback_state_invalid", "changed\\u000A"],
            new SearchNote("state_refused") { Detail = "callback_state_invalid: changed\n" }),
        ["keys away"] = new(
            report => report.StateRefused(new ServerErrorException("no keys")),
            "source_failed", "StateRefused", LogLevel.Information, ["server_error", "no keys"],
            new SearchNote("source_failed") { Detail = "server_error: no keys" }),
        ["unreadable form"] = new(
            report => report.RequestUnreadable("charset\n"),
            "request_unreadable", "RequestUnreadable", LogLevel.Information, ["charset\\u000A"],
            new SearchNote("request_unreadable") { Detail = "charset\n" }),
        ["failed source"] = new(
            report => report.SourceFailed(Source, "TheStore", new InvalidOperationException("down")),
            "source_failed", "FlowSourceFailed", LogLevel.Error, ["ApplicationLinkFlowSource", "TheStore"],
            new SearchNote("source_failed") { Source = "ApplicationLinkFlowSource", Detail = "TheStore, InvalidOperationException: down" }),
        ["slow source"] = new(
            report => report.SourceTooSlow(Source, "TheStore", TimeSpan.FromSeconds(2)),
            "source_too_slow", "FlowSourceTooSlow", LogLevel.Error, ["ApplicationLinkFlowSource", "TheStore", "00:00:02"],
            new SearchNote("source_too_slow") { Source = "ApplicationLinkFlowSource", Detail = "TheStore, 00:00:02" }),
        ["blocked source"] = new(
            report => report.SourceBlocked(Source, "TheStore", TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2)),
            null, "FlowSourceBlocked", LogLevel.Warning, ["ApplicationLinkFlowSource", "TheStore", "00:00:03", "00:00:02"], null),
        ["late failure"] = new(
            report => report.SourceFailedLate(Source, "TheStore", new IOException("reset\n")),
            null, "FlowSourceFailedLate", LogLevel.Warning, ["ApplicationLinkFlowSource", "TheStore", "reset\\u000A"], null),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Report_OfWhatCameBetween_IsALineACountAndANote(string name)
    {
        Case expected = Cases[name];
        (List<string?> counts, List<SearchNote> notes, LogRecorder log) = Say(expected.Say, isObserved: true);

        LogEntry entry = log.Entries.Should().ContainSingle().Subject;
        (entry.EventId.Name, entry.Level).Should().Be((expected.Event, expected.Level));
        expected.Texts.Should().OnlyContain(text => entry.Text.Contains(text, StringComparison.Ordinal), "the line is {0}", entry.Text);
        entry.Text.Should().NotContain("\n").And.NotContain("secret");
        counts.Should().Equal(expected.Reason is null ? [] : [expected.Reason]);
        notes.Should().Equal(expected.Note is null ? [] : [expected.Note]);
    }

    /// <summary>Who observes is a developer's page; without one nothing else changes.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Report_ThatNobodyObserves_IsALineAndACount(string name)
    {
        (List<string?> counts, _, LogRecorder log) = Say(Cases[name].Say, isObserved: false);

        log.Entries.Should().ContainSingle();
        counts.Should().Equal(Cases[name].Reason is { } reason ? [reason] : []);
    }

    /// <summary>Dashboards and docs/telemetry.md are made of this list.</summary>
    [Fact]
    public void Reasons_AreAllThatIsCounted() =>
        SearchReport.Reasons.Should().BeEquivalentTo(Cases.Values.Select(item => item.Reason).OfType<string>().Distinct(StringComparer.Ordinal));

    private static (List<string?> Counts, List<SearchNote> Notes, LogRecorder Log) Say(Action<SearchReport> say, bool isObserved)
    {
        using LogRecorder log = new();
        using ServiceProvider services = new ServiceCollection().AddMetrics().AddLogging(logging => logging.AddProvider(log)).BuildServiceProvider();
        IMeterFactory meters = services.GetRequiredService<IMeterFactory>();
        List<string?> counts = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == SearchReport.RefusalsName && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    (instrument.Unit, instrument.Description).Should().Be(("{refusal}", "Requests that got no target, by the reason."));
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            counts.AddRange(Enumerable.Repeat(tags.ToArray().Single(tag => tag.Key == SearchReport.ReasonTag).Value as string, (int)value)));
        listener.Start();
        Notes notes = new();
        SearchReport report = new(meters, services.GetRequiredService<ILogger<SearchReport>>()) { Observer = isObserved ? notes : null };
        say(report);
        return (counts, notes.Told, log);
    }

    private sealed record Case(Action<SearchReport> Say, string? Reason, string Event, LogLevel Level, string[] Texts, SearchNote? Note);

    private sealed class Notes : ISearchObserver
    {
        public List<SearchNote> Told { get; } = [];

        public void Note(SearchNote note) => Told.Add(note);
    }
}
