using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Table;

namespace LinkErrors.LoginTests.Peers;

/// <summary>ASP.NET Core's handler for OpenID Connect, at a provider that neither of us wrote.</summary>
public sealed class OidcProviderLoginTests(OidcProviderLogins logins) : IClassFixture<OidcProviderLogins>
{
    private static readonly LoginHandler[] Handlers = [.. LoginHandler.All.Where(handler => handler.Name.StartsWith("AddOpenIdConnect", StringComparison.Ordinal))];

    public static TheoryData<string, string> Rows()
    {
        TheoryData<string, string> rows = [];
        foreach (LoginHandler handler in Handlers)
        {
            foreach (LoginRow row in OidcProviderRow.All)
            {
                rows.Add(handler.Name, row.Name);
            }
        }

        return rows;
    }

    [OidcProviderTheory]
    [MemberData(nameof(Rows))]
    public async Task Login_AtTheProvider_EndsWhereItBelongs(string handler, string row)
    {
        LoginRow expected = OidcProviderRow.All.Single(item => item.Name == row);

        LoginEnding ending = await logins.Runs.GetAsync(Handlers.Single(item => item.Name == handler), expected, withLibrary: true);

        ending.Should().BeEquivalentTo(new { Where = expected.End, expected.Code, State = expected.End == "client" ? LoginApplication.State : null }, "\n{0}\n{1}\n", ending.Trace, ending.Text);
        ending.Text.Should().NotContainAny(["Hunter2", "grant request is invalid", "client authentication failed"], "what a provider says is somebody else's text");
    }

    [OidcProviderFact]
    public async Task Table_InTheDocumentation_IsWhatHappens()
    {
        List<string> tables = [];
        foreach (LoginHandler handler in Handlers)
        {
            tables.Add(await LoginTable.PrintAsync(logins.Runs, handler, OidcProviderRow.All));
        }

        tables.Distinct(StringComparer.Ordinal).Should().ContainSingle("the response mode makes no difference");
        DocumentedTable.ShouldBeWritten("The table of logins at oidc-provider is written by OidcProviderLoginTests.", $"\n{tables[0]}\n");
    }
}
