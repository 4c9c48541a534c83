using LinkErrors.BrowserTests.Browsers;
using LinkErrors.BrowserTests.Sites;
using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>ErrorLab's page, as somebody looks at it who wants to know what the library does.</summary>
[Collection(SharedBrowsers.Name)]
public sealed class LabPageTests(BrowserFixture browsers, LabSite lab) : IClassFixture<LabSite>
{
    /// <summary>A page with everything on it: a response with long lines, a checked URI, a response that was read.</summary>
    private const string Full =
        "/?dialect=junction&code=provider_credential_error&client_id=wearables&redirect_uri=https://example.com/vital/callback&language=ar"
        + "&registered=http://127.0.0.1/cb&requested=https://evil.example&paste=https://app.example/cb?error=access_denied%26state=af0ifjsldkjaf0ifjsldkjaf0ifjsldkjaf0ifjsldkjaf0ifjsldkj";

    [ChromiumFact]
    public async Task Page_InEveryView_Fits()
    {
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);

        (await window.FindOverflowAsync(PageView.English, lab.At(Full))).Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task Page_InEveryColour_KeepsNobodyOut()
    {
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);
        await window.Page.GotoAsync(lab.At(Full));

        // Nothing runs in the frame, axe neither; the page in it has tests of its own.
        await window.Page.EvaluateAsync("() => document.querySelector('iframe').remove()");
        (await window.FindBarriersAsync()).Should().BeEmpty();
        await window.ChangeAsync(new PageView(1280, IsDark: true));
        (await window.FindBarriersOfColourAsync()).Should().BeEmpty("in the dark");
        (await window.FindMotionAsync()).Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task Preset_OfThePage_LeadsToItsResponseByTheKeyboardAndAsksNobodyElse()
    {
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        await window.Page.GotoAsync(lab.At("/"));
        (await window.FindKeyboardTrapsAsync()).Should().BeEmpty();

        await window.Page.FocusAsync("text=The user presses Cancel");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForSelectorAsync("#response pre");

        (await window.Page.InnerTextAsync("#response pre")).Should().Contain("Location: https://example.com/vital/callback?");
        (await window.Page.GetAttributeAsync("iframe", "srcdoc")).Should().Contain("<h1>");
        ILocator framed = window.Page.FrameLocator("iframe").Locator("main");
        (await framed.EvaluateAsync<string>("element => getComputedStyle(element).maxWidth")).Should().Be("480px", "the frame inherits the policy, which allows its style");
        window.Refusals.Should().BeEmpty("its policy allows all that it has");
        window.Requests.Should().OnlyContain(request => request.StartsWith(lab.At("/"), StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request == "about:srcdoc");
    }

    /// <summary>The page has no script, so that none runs which gets into it.</summary>
    [ChromiumFact]
    public async Task Markup_ThatGotIntoThePage_IsBlocked()
    {
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        await window.InjectAsync("<script>document.title='injected'</script><img src=/ok onerror=\"document.title='injected'\"><style>main{display:none}</style>");

        await window.Page.GotoAsync(lab.At("/"));

        foreach (string directive in (string[])["script-src", "img-src", "style-src"])
        {
            window.Refusals.Should().Contain(refusal => refusal.Contains(directive, StringComparison.Ordinal));
        }

        (await window.Page.TitleAsync()).Should().Be("ErrorLab");
        (await window.Page.IsVisibleAsync("main")).Should().BeTrue();
    }

    /// <summary>All that is chosen stands in the address, so that Back and Forward lead where they lead in any other site.</summary>
    [ChromiumFact]
    public async Task Back_FromAResponse_LeadsToTheChoice()
    {
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        await window.Page.GotoAsync(lab.At("/"));
        await window.Page.ClickAsync("text=The user presses Cancel");
        await window.Page.WaitForSelectorAsync("#response pre");
        string response = window.Page.Url;

        await window.Page.GoBackAsync();
        window.Page.Url.Should().Be(lab.At("/"));
        (await window.Page.IsVisibleAsync("#response")).Should().BeFalse();

        await window.Page.GoForwardAsync();
        window.Page.Url.Should().Be(response);
        (await window.Page.IsVisibleAsync("#response")).Should().BeTrue();
    }
}
