using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Provider;

namespace LinkErrors.LoginTests.Table;

/// <summary>Runs rows, each only once: the table and the tests of its rows ask for the same logins.</summary>
public sealed class LoginResults : IAsyncLifetime
{
    private readonly Dictionary<(LoginHandler Handler, bool WithLibrary), LoginApplication> _applications = [];
    private readonly Dictionary<(LoginHandler Handler, LoginRow Row, bool WithLibrary), LoginEnding> _endings = [];
    private LoginProvider? _provider;

    public async Task InitializeAsync() => _provider = await LoginProvider.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (LoginApplication application in _applications.Values)
        {
            await application.DisposeAsync();
        }

        await _provider!.DisposeAsync();
    }

    internal async Task<LoginEnding> GetAsync(LoginHandler handler, LoginRow row, bool withLibrary)
    {
        if (!_endings.TryGetValue((handler, row, withLibrary), out LoginEnding? ending))
        {
            ending = await RunAsync(await GetApplicationAsync(handler, withLibrary), row);
            _endings.Add((handler, row, withLibrary), ending);
        }

        return ending;
    }

    private async Task<LoginApplication> GetApplicationAsync(LoginHandler handler, bool withLibrary)
    {
        if (!_applications.TryGetValue((handler, withLibrary), out LoginApplication? application))
        {
            application = await LoginApplication.StartAsync(handler, _provider!, withLibrary);
            _applications.Add((handler, withLibrary), application);
        }

        return application;
    }

    private static async Task<LoginEnding> RunAsync(LoginApplication application, LoginRow row)
    {
        TimeSpan timeout = row.IsSlow ? TimeSpan.FromMilliseconds(300) : LoginSettings.Patient;
        application.Restart(row.Provider, row.AtCallback is null ? timeout : LoginSettings.Patient);
        int logged = application.Log.Count;
        using LoginBrowser browser = new();
        if (row.AtCallback is { } later)
        {
            browser.Change = step =>
            {
                if (LoginRun.IsCallback(step))
                {
                    application.Restart(later, timeout);
                }

                return step;
            };
        }

        LoginArrival arrival = await row.Walk(new LoginRun(browser, application));
        return LoginEnding.Read(arrival, [.. application.Log.Skip(logged)]);
    }
}
