using System.Text;
using LinkErrors.LoginTests.Applications;

namespace LinkErrors.LoginTests.Table;

/// <summary>A table of the documentation: what happened, and what is written there between two marks.</summary>
internal static class LoginTable
{
    private const string Update = "UPDATE_LOGIN_TABLE";

    /// <summary>Two tables are in one file.</summary>
    private static readonly Lock Writing = new();

    public static async Task<string> PrintAsync(LoginRuns runs, LoginHandler handler, IEnumerable<LoginRow> rows)
    {
        StringBuilder table = new("| what happens | without | cookies | log | with | code | cookies | log |\n|---|---|---|---|---|---|---|---|\n");
        foreach (LoginRow row in rows)
        {
            LoginEnding without = await runs.GetAsync(handler, row, withLibrary: false);
            LoginEnding with = await runs.GetAsync(handler, row, withLibrary: true);
            table.Append("| ").AppendJoin(" | ", row.Name, without.Where, without.Cookies, without.Log, with.Where, with.Code is null ? "" : $"`{with.Code}`", with.Cookies, with.Log).Append(" |\n");
        }

        return table.ToString();
    }

    /// <summary>Holds what is written to what happened; or writes it, when it is told to.</summary>
    /// <param name="mark">What stands in the comments around it.</param>
    /// <param name="table">What happened.</param>
    public static void ShouldBeWritten(string mark, string table)
    {
        string begin = $"<!-- {mark} -->";
        string end = $"<!-- The end of: {mark} -->";
        string file = Path.Combine(Checkout.Root, "docs", "authentication.md");
        string text;
        lock (Writing)
        {
            text = File.ReadAllText(file);
            if (Environment.GetEnvironmentVariable(Update) == "1")
            {
                text = $"{text[..(text.IndexOf(begin, StringComparison.Ordinal) + begin.Length)]}\n{table}{text[text.IndexOf(end, StringComparison.Ordinal)..]}";
                File.WriteAllText(file, text);
            }
        }

        string written = text[(text.IndexOf(begin, StringComparison.Ordinal) + begin.Length + 1)..text.IndexOf(end, StringComparison.Ordinal)];

        table.Split('\n').Except(written.Split('\n'), StringComparer.Ordinal).Should().BeEmpty(
            $"the table in {Path.GetFileName(file)} says what happens. If the change is meant, run the test with {Update}=1 and check in the file");
        written.Should().Be(table);
    }
}
