using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Browsers;

internal sealed class ChromiumBrowser(IBrowserContext context, IPage page) : IBrowser
{
    public Task OpenAsync(string url) => page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });

    public Task ClickAsync(string selector) => page.ClickAsync(selector);

    public Task<string> ReadUrlAsync() => page.EvaluateAsync<string>("location.href");

    /// <summary>The text of a page that has arrived whole: one that is opened is there with its first byte.</summary>
    public async Task<string> ReadTextAsync(string selector)
    {
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        return await page.InnerTextAsync(selector);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
