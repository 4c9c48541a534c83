using System.Text;
using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Matrix;

namespace LinkErrors.HostTests;

/// <summary>What the documentation says of applications is what they answer, with the library and without it.</summary>
public sealed class HostTableTests(HostResults results) : IClassFixture<HostResults>
{
    private const string Update = "UPDATE_HOST_TABLE";
    private const string Begin = "<!-- The tables of applications are written by HostTableTests. -->";

    [Fact]
    public async Task Tables_InTheDocumentation_AreWhatIsAnswered()
    {
        string file = Path.Combine(Checkout.Root, "docs", "applications.md");
        string text = await File.ReadAllTextAsync(file);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        string tables = "\n" + await PrintAsync();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            text = text[..begin] + tables;
            await File.WriteAllTextAsync(file, text);
        }

        text[begin..].Should().Be(tables, $"docs/applications.md says what is answered. If the change is meant, run the test with {Update}=1 and check in the file");
    }

    /// <summary>Applications that answer alike share a table.</summary>
    private async Task<string> PrintAsync()
    {
        List<(string Name, string Table)> tables = [];
        foreach (HostApplication application in HostApplication.All)
        {
            tables.Add((application.Name, await PrintAsync(application)));
        }

        return string.Concat(tables.GroupBy(table => table.Table, StringComparer.Ordinal)
            .Select(group => $"\n## {string.Join("; ", group.Select(table => table.Name))}\n\n{group.Key}"));
    }

    private async Task<string> PrintAsync(HostApplication application)
    {
        StringBuilder table = new("| what happens | without | with |\n|---|---|---|\n");
        foreach (HostSituation situation in HostSituation.All.Where(application.Has))
        {
            HostAnswer without = await results.GetAsync(application, situation, withLibrary: false);
            HostAnswer with = await results.GetAsync(application, situation, withLibrary: true);
            table.Append("| ").AppendJoin(" | ", situation.Name, without.Words, with.Words).Append(" |\n");
        }

        return table.ToString();
    }
}
