using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Table;

namespace LinkErrors.LoginTests;

/// <summary>
/// The handlers that people use, over loopback against a provider that goes wrong in every way that was reported: where the
/// browser ends, with which code and state, and what is in the log; with the library, and without it.
/// </summary>
public sealed class LoginTableTests(LoginResults results) : IClassFixture<LoginResults>
{
    private const string Mark = "The table of logins is written by LoginTableTests.";

    public static TheoryData<string, string> Rows()
    {
        TheoryData<string, string> rows = [];
        foreach (LoginHandler handler in LoginHandler.All)
        {
            foreach (LoginRow row in LoginRow.All.Where(row => row.Fits(handler)))
            {
                rows.Add(handler.Name, row.Name);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Login_WithTheLibrary_EndsWhereItBelongs(string handler, string row)
    {
        LoginRow expected = LoginRow.All.Single(item => item.Name == row);

        LoginEnding ending = await results.Runs.GetAsync(LoginHandler.All.Single(item => item.Name == handler), expected, withLibrary: true);

        ending.Where.Should().Be(expected.End, "\n{0}\n", ending.Trace);
        ending.Code.Should().Be(expected.Code, "\n{0}\n", ending.Trace);
        ending.State.Should().Be(expected.End == "client" ? LoginApplication.State : null);
        ending.Text.Should().NotContain("Hunter2", "what a provider says is somebody else's text");
        ending.Lines.Should().NotContainAny(["error_description is null", "error_uri is null"], "a handler has these words for what a provider did not say");
    }

    /// <summary>What the README promises first: an ordinary sign-in, and nothing of the library but its one line.</summary>
    [Theory]
    [InlineData("Correlation failed.", "approve", true)]
    [InlineData("access_denied", "access_denied", false)]
    public async Task OneLine_EndsTheBlank500_ThatTheReadmeNames(string logged, string authorize, bool losesCookies)
    {
        LoginRow row = new($"README: {logged}", Code: null)
        {
            Provider = new() { Authorize = authorize },
            Walk = run =>
            {
                run.Browser.Change = step =>
                {
                    if (losesCookies && LoginRun.IsCallback(step))
                    {
                        run.Browser.ForgetCookies("");
                    }

                    return step;
                };
                return run.OpenAsync("/signin");
            },
        };
        LoginHandler handler = LoginHandler.All[0];

        LoginEnding without = await results.Runs.GetAsync(handler, row, withLibrary: false);
        LoginEnding with = await results.Runs.GetAsync(handler, row, withLibrary: true);

        without.Where.Should().Be("blank 500");
        without.Trace.Should().Contain(logged);
        with.Where.Should().StartWith("page 4");
        (await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "README.md"))).Should().Contain("`builder.Services.AddLinkErrors().AddRemoteLoginErrors(\"acme\");`");
    }

    [Fact]
    public async Task Table_InTheDocumentation_IsWhatHappens() => DocumentedTable.ShouldBeWritten(Mark, await PrintAsync());

    /// <summary>Handlers that fare alike share a table.</summary>
    private async Task<string> PrintAsync()
    {
        List<(string Name, string Table)> tables = [];
        foreach (LoginHandler handler in LoginHandler.All)
        {
            tables.Add((handler.Name, await LoginTable.PrintAsync(results.Runs, handler, LoginRow.All.Where(row => row.Fits(handler)))));
        }

        return string.Concat(tables.GroupBy(table => table.Table, StringComparer.Ordinal).Select(group => $"\n### {string.Join("; ", group.Select(table => table.Name))}\n\n{group.Key}")) + "\n";
    }
}
