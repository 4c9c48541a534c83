namespace LinkErrors.LoginTests.Table;

/// <summary>A table of docs/authentication.md, between two marks.</summary>
internal static class DocumentedTable
{
    private const string Update = "UPDATE_LOGIN_TABLE";

    /// <summary>Several tables are in one file.</summary>
    private static readonly Lock Writing = new();

    /// <summary>Holds what is written to what happens; or writes it, when it is told to.</summary>
    /// <param name="mark">What stands in the comments around it.</param>
    /// <param name="table">What happens.</param>
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
