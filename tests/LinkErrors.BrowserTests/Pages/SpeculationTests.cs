using LinkErrors.BrowserTests.Browsers;
using LinkErrors.BrowserTests.Sites;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>Speculation rules let a browser ask ahead of a click. The client learns of nothing before it, and of the error by it.</summary>
[Collection(SharedBrowsers.Name)]
public sealed class SpeculationTests(BrowserFixture browsers)
{
    [ChromiumTheory]
    [InlineData("prefetch", "prefetch")]
    [InlineData("prerender", "prefetch;prerender")]
    public async Task Click_OnALinkThatWasAskedForAhead_ReachesTheClient(string rule, string purpose)
    {
        await using ClientSite client = await ClientSite.StartAsync();
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(BrowserEngine.Chromium);
        await browser.OpenAsync(service.Speculating(rule));
        (await service.Speculations.TakeAsync()).Should().Be(purpose);
        client.Arrivals.TakeRest().Should().BeEmpty();

        await browser.ClickAsync("a");

        (await client.Arrivals.TakeAsync()).Should().StartWith(client.At("/cb?error=access_denied"));
    }
}
