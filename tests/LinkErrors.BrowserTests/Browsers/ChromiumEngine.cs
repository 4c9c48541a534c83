using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Browsers;

/// <summary>The Chromium of the machine, driven by Playwright; nothing is downloaded.</summary>
internal sealed class ChromiumEngine : IAsyncDisposable
{
    private static readonly string? Executable = Programs.Find("chromium", "chromium-browser", "google-chrome");

    private readonly IPlaywright _playwright;
    private readonly Microsoft.Playwright.IBrowser _browser;

    private ChromiumEngine(IPlaywright playwright, Microsoft.Playwright.IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Why there is no Chromium; null when there is.</summary>
    public static string? Missing { get; } = Executable is null ? "Chromium is not installed: eng/test.sh does it as root where there is apt." : null;

    public static async Task<ChromiumEngine> StartAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        return new ChromiumEngine(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    public async Task<IBrowser> OpenAsync(bool runsScripts)
    {
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = runsScripts });
        return new ChromiumBrowser(context, await context.NewPageAsync());
    }

    public async Task<PageWindow> OpenAsync(PageView view, bool bypassesPolicy) =>
        await PageWindow.OpenAsync(await _browser.NewContextAsync(view.CreateOptions(bypassesPolicy)), view);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
