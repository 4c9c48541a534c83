using LinkErrors.BrowserTests.Browsers;
using LinkErrors.BrowserTests.Sites;
using LinkErrors.Pages;
using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>The page that a person meets where there is nowhere safe to send her: on her phone, at her desk, in her language.</summary>
[Collection(SharedBrowsers.Name)]
public sealed class ErrorPageTests(BrowserFixture browsers)
{
    private const string LongName = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte";

    private static readonly string[] Parts = ["Title", "Message", "Action"];

    private static readonly (string Markup, string Directive)[] ForbiddenMarkup =
    [
        ("<script>document.title='injected'</script>", "script-src"),
        ("<img src=/help alt=x>", "img-src"),
        ("<svg onload=\"document.title='injected'\"></svg>", "script-src"),
        ("<style>main{display:none}</style>", "style-src"),
        ("<iframe src=\"/help\"></iframe>", "frame-src"),
    ];

    [ChromiumFact]
    public async Task Page_InEveryView_Fits()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using ProductSite longest = await ProductSite.StartAsync(settings: ("ErrorPage:ProductName", LongName));
        await using ProductSite development = await ProductSite.StartAsync(isBranded: false, environment: "Development");
        await using ProductSite passing = await StartPassingAsync();
        string[] addresses =
        [
            product.Failing("provider_api_error", "Fitbit", seconds: 300), longest.Failing("provider_error", LongName), development.Failing("unexpected"),
            passing.PassingBy("form_post"), passing.PassingBy("web_message"),
        ];
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);
        foreach (string address in addresses)
        {
            (await window.FindOverflowAsync(PageView.All, address)).Should().BeEmpty($"of {address}");
        }
    }

    [ChromiumFact]
    public async Task Page_InEveryColour_KeepsNobodyOut()
    {
        await using ProductSite development = await ProductSite.StartAsync(environment: "Development");
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);
        foreach (PageView view in PageView.Colours)
        {
            await window.ChangeAsync(view);
            await window.Page.GotoAsync(development.Failing("unexpected"));

            (await window.Page.GetAttributeAsync("html", "lang")).Should().Be(view.Language);
            (await window.Page.InnerTextAsync(".developer")).Should().Contain("System.InvalidOperationException");
            (await window.FindBarriersAsync()).Should().BeEmpty($"in {view}");
        }
    }

    /// <summary>Where a browser runs no script, or nobody listens, a person does look at what she should only pass by.</summary>
    [ChromiumTheory]
    [InlineData("form_post", "button")]
    [InlineData("web_message", "a")]
    public async Task PageOnTheWay_InEveryColour_KeepsNobodyOutAndIsReachedByTheKeyboard(string responseMode, string way)
    {
        await using ProductSite passing = await StartPassingAsync();
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);
        foreach (PageView view in PageView.Colours)
        {
            await window.ChangeAsync(view);
            await window.Page.GotoAsync(passing.PassingBy(responseMode));

            (await window.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).direction")).Should().Be(view.Language == "ar" ? "rtl" : "ltr");
            (await window.Page.IsVisibleAsync($"main {way}.way")).Should().BeTrue();
            (await window.FindBarriersAsync()).Should().BeEmpty($"in {view}");
            (await window.CountPressableAsync()).Should().Be(1);
            (await window.FindKeyboardTrapsAsync()).Should().BeEmpty();
        }
    }

    /// <summary>Paper takes no press; a contrast theme and a wish for contrast leave every edge (WCAG 2.2 §1.4.11); and nothing moves.</summary>
    [ChromiumFact]
    public async Task Page_OnAnotherMedium_ShowsWhatCountsThere()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);
        await window.Page.GotoAsync(product.Failing("link_token_expired"));

        await window.ChangeAsync(new PageView(640, Medium: PageMedium.Print));
        (await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('h1,.why,.ways,.end code')].filter(e => e.checkVisibility()).map(e => e.localName)"))
            .Should().Equal("h1", "p", "code");

        await window.ChangeAsync(new PageView(390, Medium: PageMedium.ForcedColors));
        (await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main,.way')].map(e => [e, getComputedStyle(e)])
              .filter(([e, style]) => parseFloat(style.borderTopWidth) < 1 || style.borderTopColor === style.backgroundColor || style.borderTopColor === getComputedStyle(document.body).backgroundColor)
              .map(([e]) => e.outerHTML)
            """)).Should().BeEmpty("an edge says where to press");

        await window.ChangeAsync(new PageView(390, Medium: PageMedium.MoreContrast));
        (await window.Page.EvaluateAsync<int>("() => new Set([...document.querySelectorAll('h1,.why,.end,.hint')].map(e => getComputedStyle(e).color)).size"))
            .Should().Be(1, "no text is quieter than another");
        (await window.FindBarriersAsync("color-contrast-enhanced")).Should().BeEmpty("WCAG 2.2 §1.4.6");

        await window.ChangeAsync(new PageView(390, Medium: PageMedium.ReducedMotion));
        (await window.FindMotionAsync()).Should().BeEmpty();
    }

    /// <summary>Translations are longer than what they translate, and break elsewhere: the longest title and the longest word of each language.</summary>
    [ChromiumFact]
    public async Task Page_WithTheLongestWords_FitsASmallPhone()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);
        LinkErrorDefinition[] definitions = [.. LinkErrorCatalog.Default.Where(definition => definition.Code != ProductSite.Redirected)];

        foreach (string language in PageLanguages.Shipped)
        {
            PageLanguage known = PageLanguage.Find(language)!;
            LinkErrorDefinition[] hardest =
            [
                definitions.MaxBy(definition => Find(definition, known).Split('\n')[0].Length)!,
                definitions.MaxBy(definition => Find(definition, known).Split(' ', '\n').Max(word => word.Length))!,
            ];
            await window.ChangeAsync(new PageView(320, Language: language));
            foreach (string code in hardest.Select(definition => definition.Code).Distinct(StringComparer.Ordinal))
            {
                await window.Page.GotoAsync(product.Failing(code, "Fitbit"));

                (await window.Page.GetAttributeAsync("html", "lang")).Should().Be(language);
                (await window.FindOverflowAsync()).Should().BeEmpty($"of {code} in {language}");
            }
        }
    }

    [ChromiumTheory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task Keyboard_InAPage_ReachesEverythingInOrder(string language, string direction)
    {
        await using ProductSite product = await ProductSite.StartAsync(settings: ("ErrorUriBase", "https://docs.example/errors"));
        await using PageWindow window = await browsers.LookAsync(new PageView(390, Language: language));

        await window.Page.GotoAsync(product.Failing("link_token_expired"));

        (await window.CountPressableAsync()).Should().Be(4, "two ways on, help, and more about this");
        (await window.FindKeyboardTrapsAsync()).Should().BeEmpty();
        (await window.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).direction")).Should().Be(direction);
    }

    [ChromiumFact]
    public async Task Page_WithItsPolicy_AsksForNothingAndBreaksNothing()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        string address = product.Failing("link_token_expired");

        await window.Page.GotoAsync(address);

        window.Requests.Where(request => !request.StartsWith("data:", StringComparison.Ordinal)).Should().Equal(address);
        product.Watch.Violations.TakeRest().Should().BeEmpty();
        (await window.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).maxWidth")).Should().Be("480px", "the style is there");
    }

    /// <summary>The policy is the second lock: what is not encoded does not run, load, or send.</summary>
    [ChromiumFact]
    public async Task Markup_ThatGotIntoThePage_IsBlocked()
    {
        await using ProductSite product = await ProductSite.StartAsync(isBranded: false);
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        foreach ((string markup, string directive) in ForbiddenMarkup)
        {
            product.Watch.Injected = markup;

            await window.Page.GotoAsync(product.Failing("link_token_expired"));

            (await product.Watch.Violations.TakeAsync()).Should().Contain(directive, markup);
            (await window.Page.TitleAsync()).Should().Be("This link has expired", markup);
            (await window.Page.IsVisibleAsync("main")).Should().BeTrue(markup);
            product.Watch.Violations.TakeRest().Should().BeEmpty(markup);
        }
    }

    /// <summary>Whichever page she goes back to, nothing is sent twice without a question.</summary>
    [ChromiumFact]
    public async Task Back_FromAPageThatAnsweredAForm_RepeatsNothing()
    {
        await using ProductSite product = await ProductSite.StartAsync();
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        await window.Page.GotoAsync(product.At("/start"));
        await window.Page.ClickAsync("button");
        (await product.Posts.TakeAsync()).Should().Be("link_token_expired");

        await window.Page.WaitForSelectorAsync(".way");
        await window.Page.GoBackAsync(new PageGoBackOptions { WaitUntil = WaitUntilState.Commit });
        (await window.Page.InnerTextAsync("h1")).Should().Be("Connect");

        await window.Page.ClickAsync("button");
        (await product.Posts.TakeAsync()).Should().Be("link_token_expired");
        await window.Page.ClickAsync(".way:not(.first)");
        await window.Page.WaitForSelectorAsync("form");

        // The browser asks before it would send the form again.
        await window.Page.Invoking(page => page.GoBackAsync()).Should().ThrowAsync<PlaywrightException>().WithMessage("*ERR_CACHE_MISS*");
        product.Posts.TakeRest().Should().BeEmpty();
    }

    /// <summary>A product whose pages on the way to a client stay, as if nothing ran on them.</summary>
    private static async Task<ProductSite> StartPassingAsync()
    {
        ProductSite passing = await ProductSite.StartAsync();
        passing.Watch.Injected = "<script>HTMLFormElement.prototype.submit = () => {}</script>";
        return passing;
    }

    /// <summary>The words of a page in a language, the title in the first line.</summary>
    private static string Find(LinkErrorDefinition definition, PageLanguage language)
    {
        string situation = PageSituations.Find(new LinkError(definition)).Name;
        return string.Join('\n', Parts.Select(part =>
            PageTexts.FindShipped($"{situation}.{part}", language) ?? PageTexts.FindShipped($"{situation}.{part}{PageTexts.Unnamed}", language)));
    }
}
