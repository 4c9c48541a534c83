namespace LinkErrors.BrowserTests.Browsers;

/// <summary>Each engine runs once for all tests, and only when a test asks for it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private ChromiumEngine? _chromium;
    private WebKitEngine? _webKit;

    /// <summary>Opens a window without cookies.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="runsScripts">Whether the person switched scripts off; WebKit has no such switch here.</param>
    public async Task<IBrowser> OpenAsync(BrowserEngine engine, bool runsScripts = true)
    {
        if (engine == BrowserEngine.Chromium)
        {
            _chromium ??= await ChromiumEngine.StartAsync();
            return await _chromium.OpenAsync(runsScripts);
        }

        if (!runsScripts)
        {
            throw new NotSupportedException("WebDriver has no command that switches scripts off.");
        }

        _webKit ??= await WebKitEngine.StartAsync();
        return await _webKit.OpenAsync();
    }

    /// <summary>Opens a window of Chromium to look at pages.</summary>
    /// <param name="view">How she looks.</param>
    /// <param name="bypassesPolicy">Whether the policies of pages do not count, so that tools can run in them.</param>
    public async Task<PageWindow> LookAsync(PageView view, bool bypassesPolicy = false)
    {
        _chromium ??= await ChromiumEngine.StartAsync();
        return await _chromium.OpenAsync(view, bypassesPolicy);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        if (_webKit is not null)
        {
            await _webKit.DisposeAsync();
        }
    }
}
