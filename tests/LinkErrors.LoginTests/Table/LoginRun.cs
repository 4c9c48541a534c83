using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Provider;

namespace LinkErrors.LoginTests.Table;

/// <summary>One login of one row.</summary>
/// <param name="Browser">The browser.</param>
/// <param name="Application">The application that it goes to.</param>
/// <param name="Restart">Begins anew on the way: the provider behaves so from now on, and the application knows nothing of it.</param>
internal sealed record LoginRun(LoginBrowser Browser, LoginApplication Application, Action<ProviderBehavior> Restart)
{
    public Task<LoginArrival> LoginAsync() => OpenAsync(Application.Start);

    /// <summary>Logs in, and goes on to a path of the application.</summary>
    public Task<LoginArrival> LoginAsync(string done)
    {
        Application.Done = done;
        return LoginAsync();
    }

    public Task<LoginArrival> OpenAsync(string path) => Browser.GoAsync(new LoginStep(new Uri(Application.Address, path), Form: null));

    /// <summary>Logs in, and presses the back button to the callback.</summary>
    public async Task<LoginArrival> GoBackAsync()
    {
        await LoginAsync();
        return await Browser.GoAsync(Browser.Callback!);
    }

    /// <summary>Comes back twice, as from a button that was pressed twice.</summary>
    public async Task<LoginArrival> SubmitTwiceAsync()
    {
        await LoginAsync();
        Browser.RestoreCookies(Browser.CallbackCookies);
        return await Browser.GoAsync(Browser.Callback!);
    }

    /// <summary>Logs in, and ends the session here and at the provider.</summary>
    public async Task<LoginArrival> SignOutAsync()
    {
        await LoginAsync();
        return await OpenAsync("/logout");
    }

    /// <summary>Logs in, and changes the request with which the browser comes back.</summary>
    public Task<LoginArrival> LoginAsync(Func<LoginStep, LoginStep> change)
    {
        Browser.Change = step => IsCallback(step) ? change(step) : step;
        return LoginAsync();
    }

    public static bool IsCallback(LoginStep step) => step.Url.AbsolutePath == LoginHandler.Callback;
}
