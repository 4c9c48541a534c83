using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Provider;

namespace LinkErrors.LoginTests.Table;

/// <summary>Runs rows against one provider, each only once: the table and the tests of its rows ask for the same logins.</summary>
/// <param name="provider">Where the provider is.</param>
/// <param name="behave">Tells the provider how to behave from now on; null for one that cannot be told.</param>
/// <param name="schemes">The schemes that AddRemoteLoginErrors names.</param>
internal sealed class LoginRuns(Uri provider, Action<ProviderBehavior>? behave, params IReadOnlyList<string> schemes) : IAsyncDisposable
{
    private readonly Dictionary<(LoginHandler Handler, bool WithLibrary), LoginApplication> _applications = [];
    private readonly Dictionary<(LoginHandler Handler, LoginRow Row, bool WithLibrary), LoginEnding> _endings = [];

    public async Task<LoginEnding> GetAsync(LoginHandler handler, LoginRow row, bool withLibrary)
    {
        if (!_endings.TryGetValue((handler, row, withLibrary), out LoginEnding? ending))
        {
            ending = await RunAsync(await GetApplicationAsync(handler, withLibrary), row);
            _endings.Add((handler, row, withLibrary), ending);
        }

        return ending;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (LoginApplication application in _applications.Values)
        {
            await application.DisposeAsync();
        }
    }

    private async Task<LoginApplication> GetApplicationAsync(LoginHandler handler, bool withLibrary)
    {
        if (!_applications.TryGetValue((handler, withLibrary), out LoginApplication? application))
        {
            application = await LoginApplication.StartAsync(handler, provider, withLibrary, schemes);
            _applications.Add((handler, withLibrary), application);
        }

        return application;
    }

    private async Task<LoginEnding> RunAsync(LoginApplication application, LoginRow row)
    {
        TimeSpan timeout = row.IsSlow ? TimeSpan.FromMilliseconds(300) : LoginSettings.Patient;
        Restart(application, row, row.Provider, row.AtCallback is null ? timeout : LoginSettings.Patient);
        int logged = application.Log.Count;
        using LoginBrowser browser = new();
        LoginRun run = new(browser, application, later => Restart(application, row, later, timeout));
        if (row.AtCallback is { } atCallback)
        {
            browser.Change = step =>
            {
                if (LoginRun.IsCallback(step))
                {
                    run.Restart(atCallback);
                }

                return step;
            };
        }

        LoginArrival arrival = await row.Walk(run);
        return LoginEnding.Read(arrival, [.. application.Log.Skip(logged)]);
    }

    private void Restart(LoginApplication application, LoginRow row, ProviderBehavior behavior, TimeSpan timeout)
    {
        behave?.Invoke(behavior);
        application.Restart(timeout, row.Configure);
    }
}
