using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Browsers;

internal sealed class ChromiumBrowser(IBrowserContext context, IPage page) : IBrowser
{
    public Task OpenAsync(string url) => page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });

    public Task ClickAsync(string selector) => page.ClickAsync(selector);

    public Task<string> ReadUrlAsync() => page.EvaluateAsync<string>("location.href");

    public Task<string> ReadTextAsync(string selector) => page.InnerTextAsync(selector);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
