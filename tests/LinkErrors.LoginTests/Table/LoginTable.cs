using System.Text;
using LinkErrors.LoginTests.Applications;

namespace LinkErrors.LoginTests.Table;

/// <summary>What happened to the logins of a handler, as the documentation prints it.</summary>
internal static class LoginTable
{
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
}
