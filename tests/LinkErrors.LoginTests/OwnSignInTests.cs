using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Provider;
using LinkErrors.LoginTests.Table;

namespace LinkErrors.LoginTests;

/// <summary>
/// One scheme for both, signing in and linking, which AddRemoteLoginErrors does not name: the application's own sign-in fails as it
/// does without the library, whether at its beginning or at its end, and a link ends at the client.
/// </summary>
public sealed class OwnSignInTests(LoginResults results) : IClassFixture<LoginResults>
{
    private static readonly LoginHandler[] Handlers = [.. LoginHandler.All.Where(handler => handler.Map is null)];

    private static readonly LoginRow[] Faults =
    [
        new("cancel", null) { Provider = new() { Authorize = "access_denied" }, Walk = SignInAsync },
        new("silent", null) { Provider = new() { Authorize = "login_required" }, Walk = SignInAsync },
        new("no code", null) { Provider = new() { Authorize = "nothing" }, Walk = SignInAsync },
        new("cookies", null) { Walk = SignInWithoutCookiesAsync },
        new("token", null) { NeedsCode = true, Provider = new() { Token = ProviderAnswers.Html502 }, Walk = SignInAsync },
        new("metadata at the beginning", null) { NeedsOpenIdConnect = true, Provider = new() { Metadata = ProviderAnswers.Dropped }, Walk = SignInAsync },
        new("metadata at the callback", null) { NeedsOpenIdConnect = true, AtCallback = new() { Metadata = ProviderAnswers.Html }, Walk = SignInAsync },
        new("pushed request", null) { NeedsOpenIdConnect = true, Provider = new() { Par = "error:invalid_request" }, Walk = SignInAsync },
    ];

    public static TheoryData<string, string> Rows()
    {
        TheoryData<string, string> rows = [];
        foreach (LoginHandler handler in Handlers)
        {
            foreach (LoginRow row in Faults.Where(row => row.Fits(handler)))
            {
                rows.Add(handler.Name, row.Name);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task SignIn_ThatFails_IsTheApplicationsOwn(string handler, string fault)
    {
        LoginHandler used = Handlers.Single(item => item.Name == handler);
        LoginRow row = Faults.Single(item => item.Name == fault);

        LoginEnding without = await results.Unnamed.GetAsync(used, row, withLibrary: false);
        LoginEnding with = await results.Unnamed.GetAsync(used, row, withLibrary: true);

        without.Where.Should().Be("blank 500");
        (with.Where, with.Cookies, with.Log, with.Code).Should().Be((without.Where, without.Cookies, without.Log, null), "\n{0}\n", with.Trace);
    }

    [Fact]
    public async Task Link_WithTheSameScheme_EndsAtTheClient()
    {
        LoginEnding ending = await results.Unnamed.GetAsync(Handlers[0], new LoginRow("link", "access_denied") { Provider = new() { Authorize = "access_denied" } }, withLibrary: true);

        ending.Where.Should().Be("client");
    }

    private static Task<LoginArrival> SignInAsync(LoginRun run) => run.OpenAsync("/signin");

    private static Task<LoginArrival> SignInWithoutCookiesAsync(LoginRun run)
    {
        run.Browser.Change = step =>
        {
            if (LoginRun.IsCallback(step))
            {
                run.Browser.ForgetCookies("");
            }

            return step;
        };
        return SignInAsync(run);
    }
}
