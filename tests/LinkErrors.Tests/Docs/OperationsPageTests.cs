using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Docs;

/// <summary>The rules and the dashboard of docs/operations.md are about what is really exported.</summary>
public sealed partial class OperationsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "operations.md"));

    private static readonly Dictionary<string, string> Rules = Rule().Matches(Page).ToDictionary(rule => rule.Groups["name"].Value, rule => rule.Groups["expr"].Value.TrimEnd(), StringComparer.Ordinal);

    /// <summary>As often as the rule wants it, and once more; then it alone fires.</summary>
    [Theory]
    [InlineData("LinkErrorsUnexpected", "/bug")]
    [InlineData("LinkErrorsUnexpected", "/bug" + LabSettings.Flow)]
    [InlineData("LinkErrorsUnexpected", "/plain")]
    [InlineData("LinkErrorsProviderFails", "/provider")]
    [InlineData("LinkErrorsStoreFails", "/expired?client_id=broken")]
    [InlineData("LinkErrorsStatesRefused", "/expired?code=a&state={state}")]
    [InlineData("LinkErrorsRegistrationWrong", "/expired?client_id=nobody")]
    [InlineData("LinkErrorsRegistrationWrong", "/expired?client_id=web&redirect_uri=https%3A%2F%2Fclient.example%2Fother")]
    [InlineData(null, "/expired" + LabSettings.Flow)]
    [InlineData(null, "/nothing")]
    public async Task Rule_ForWhatItNames_FiresAlone(string? rule, string path)
    {
        await using OperatedApp app = await OperatedApp.StartAsync();
        int threshold = rule is null ? 30 : int.Parse(Threshold().Match(Rules[rule]).Groups["value"].ValueSpan, CultureInfo.InvariantCulture);
        for (int count = 0; count <= threshold; count++)
        {
            await app.AskAsync(path.Replace("{state}", app.ChangeState(), StringComparison.Ordinal));
        }

        IReadOnlyList<PrometheusSample> samples = await app.CollectAsync();

        Rules.Where(pair => Fires(pair.Value, samples)).Select(pair => pair.Key).Should().Equal(rule is null ? [] : [rule]);
    }

    [Fact]
    public void Page_HasFiveRules() => Rules.Should().HaveCount(5);

    /// <summary>Each metric and each of its labels, in the dashboard and on the page.</summary>
    [Fact]
    public async Task QueriesOfTheDashboardAndThePage_AskForWhatIsExported()
    {
        await using OperatedApp app = await OperatedApp.StartAsync();
        foreach (string path in (string[])["/ok", "/bug", "/expired" + LabSettings.Flow, "/expired?client_id=nobody"])
        {
            await app.AskAsync(path);
        }

        Dictionary<string, HashSet<string>> exported = (await app.CollectAsync())
            .GroupBy(sample => sample.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(sample => sample.Labels.Keys).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        using JsonDocument dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "grafana-dashboard.json")));
        string[] queries =
        [
            .. dashboard.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!),
            .. Query().Matches(Page).Select(query => query.Groups["expr"].Value),
            .. Rules.Values,
        ];

        queries.Should().HaveCountGreaterThan(20);
        foreach (string query in queries)
        {
            string[] metrics = [.. Metric().Matches(query).Select(metric => metric.Value).Distinct(StringComparer.Ordinal)];
            metrics.Should().NotBeEmpty("{0}", query).And.BeSubsetOf(exported.Keys, "{0}", query);
            Labels().Matches(query).SelectMany(labels => Label().Matches(labels.Groups["in"].Value)).Select(label => label.Value)
                .Should().BeSubsetOf(metrics.SelectMany(metric => exported[metric]), "{0}", query);
        }
    }

    /// <summary>The sum of the counters that a rule selects, each series once, against its threshold: what PromQL makes of counters that begin at 0.</summary>
    private static bool Fires(string rule, IReadOnlyList<PrometheusSample> samples)
    {
        Match[] selectors = [.. Selector().Matches(rule).Cast<Match>()];
        selectors.Should().NotBeEmpty("{0}", rule);
        double sum = samples.Where(sample => selectors.Any(selector => Selects(selector, sample))).Sum(sample => sample.Value);
        return sum > double.Parse(Threshold().Match(rule).Groups["value"].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static bool Selects(Match selector, PrometheusSample sample) => sample.Name == selector.Groups["metric"].Value && Matcher().Matches(selector.Groups["in"].Value).All(matcher =>
    {
        string value = sample.Labels.GetValueOrDefault(matcher.Groups["label"].Value, "");
        string wanted = matcher.Groups["value"].Value;
        return matcher.Groups["op"].Value == "=~" ? wanted.Split('|').Contains(value, StringComparer.Ordinal) : value == wanted;
    });

    [GeneratedRegex(@"- alert: (?<name>\w+)\n\s+expr: (?<expr>.+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\| `(?<expr>[^`|\n]*rate\([^`|\n]+)` \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Query();

    [GeneratedRegex(@"> (?<value>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Threshold();

    [GeneratedRegex(@"increase\((?<metric>\w+)\{(?<in>[^}]*)\}\[\w+\]\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Selector();

    [GeneratedRegex("(?<label>\\w+)(?<op>=~|=)\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\b(linkerrors|http_server)_\w+(?=[{\[])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"by \((?<in>[^)]*)\)|\{(?<in>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labels();

    [GeneratedRegex("\\b[a-z_]+\\b(?=\\s*(,|$|=|!))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
