using LinkErrors.BrowserTests.Browsers;
using LinkErrors.BrowserTests.Sites;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>The page that documents every error, as a developer looks at it.</summary>
[Collection(SharedBrowsers.Name)]
public sealed class CatalogPageTests(BrowserFixture browsers)
{
    [ChromiumFact]
    public async Task Page_InEveryView_Fits()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);

        (await window.FindOverflowAsync(PageView.English, product.At("/errors"), OpenDetailsAsync)).Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task Page_InEveryColour_KeepsNobodyOut()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);
        await window.Page.GotoAsync(product.At("/errors"));
        await window.Page.FillAsync("input", "passkey");
        await OpenDetailsAsync(window);
        (await window.FindBarriersAsync()).Should().BeEmpty();
        await window.ChangeAsync(new PageView(1280, IsDark: true));
        (await window.FindBarriersOfColourAsync()).Should().BeEmpty("in the dark");
        (await window.FindMotionAsync()).Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task Search_WithItsPolicy_ShowsWhatHasEveryWord()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        await window.Page.GotoAsync(product.At("/errors"));

        await window.Page.FillAsync("input", "EXPIRED passkey");

        (await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('section')].filter(e => e.checkVisibility()).map(e => e.id)")).Should().Equal("passkey_data_expired");
        (await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('h2')].filter(e => e.checkVisibility()).map(e => e.innerText)")).Should().Equal("Passkeys");
        (await window.Page.InnerTextAsync("output")).Should().Be($"1 of {LinkErrorCatalog.Default.Count} errors");
        await window.Page.EvaluateAsync("() => { document.body.tabIndex = -1; document.body.focus() }");
        (await window.FindKeyboardTrapsAsync()).Should().BeEmpty();
        window.Requests.Should().Equal(product.At("/errors"));
        product.Watch.Violations.TakeRest().Should().BeEmpty();
    }

    /// <summary>Whoever follows <c>error_uri</c> arrives at the error, also where a search hides it.</summary>
    [ChromiumFact]
    public async Task Anchor_OfAnError_LeadsToIt()
    {
        await using ProductSite product = await ProductSite.StartAsync(environment: "Development");
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        await window.Page.GotoAsync(product.Failing("link_token_expired"));

        await window.Page.ClickAsync("text=More about this");
        await window.Page.WaitForURLAsync(product.At("/errors#link_token_expired"));
        await window.Page.FillAsync("input", "passkey");
        await window.Page.EvaluateAsync("() => location.hash = 'conflict'");
        await window.Page.WaitForSelectorAsync("#conflict:target");

        (await window.Page.InputValueAsync("input")).Should().BeEmpty();
        (await window.Page.EvaluateAsync<double>("() => document.querySelector('#conflict').getBoundingClientRect().top")).Should().BeInRange(0, 800);
    }

    /// <summary>Its own script is allowed by its hash, and no other.</summary>
    [ChromiumFact]
    public async Task Markup_ThatGotIntoThePage_IsBlocked()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        product.Watch.Injected = "<script>document.title='injected'</script><style>main{display:none}</style>";

        await window.Page.GotoAsync(product.At("/errors"));

        string[] reports = [await product.Watch.Violations.TakeAsync(), await product.Watch.Violations.TakeAsync()];
        reports.Should().ContainSingle(report => report.Contains("script-src-elem", StringComparison.Ordinal))
            .And.ContainSingle(report => report.Contains("style-src-elem", StringComparison.Ordinal));
        (await window.Page.TitleAsync()).Should().NotBe("injected");
        (await window.Page.IsVisibleAsync("main")).Should().BeTrue();
        (await window.Page.IsVisibleAsync("input")).Should().BeTrue("its own script runs, and shows the search");
    }

    [ChromiumFact]
    public async Task Back_FromAnError_LeadsToWhereSheWasAndAsksForNothing()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        await window.Page.GotoAsync(product.At("/errors"));
        await window.Page.EvaluateAsync("() => document.querySelector(`nav a[href='#conflict']`).closest('details').open = true");
        await window.Page.ClickAsync("nav a[href='#conflict']");
        window.Page.Url.Should().Be(product.At("/errors#conflict"));

        await window.Page.GoBackAsync();

        window.Page.Url.Should().Be(product.At("/errors"));
        (await window.Page.EvaluateAsync<double>("() => document.querySelector(`nav a[href='#conflict']`).getBoundingClientRect().top")).Should().BeInRange(0, 800);
        window.Requests.Should().Equal(product.At("/errors"));
    }

    [ChromiumFact]
    public async Task Page_WithoutScripts_IsWhole()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using IBrowser browser = await browsers.OpenAsync(BrowserEngine.Chromium, runsScripts: false);

        await browser.OpenAsync(product.At("/errors#conflict"));

        (await browser.ReadTextAsync("main")).Should().Contain("Two requests change the same thing at once.").And.NotContain("Search");
    }

    private static async Task OpenDetailsAsync(PageWindow window) =>
        await window.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
}
