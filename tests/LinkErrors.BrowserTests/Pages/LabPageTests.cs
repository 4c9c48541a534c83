using LinkErrors.BrowserTests.Browsers;
using LinkErrors.BrowserTests.Sites;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>ErrorLab's page, as somebody looks at it who wants to know what the library does.</summary>
[Collection(SharedBrowsers.Name)]
public sealed class LabPageTests(BrowserFixture browsers)
{
    /// <summary>A page with everything on it: a response with long lines, a checked URI, a response that was read.</summary>
    private const string Full =
        "/?dialect=junction&code=provider_credential_error&client_id=wearables&redirect_uri=https://example.com/vital/callback&language=ar"
        + "&registered=http://127.0.0.1/cb&requested=https://evil.example&paste=https://app.example/cb?error=access_denied%26state=af0ifjsldkjaf0ifjsldkjaf0ifjsldkjaf0ifjsldkjaf0ifjsldkj";

    [ChromiumFact]
    public async Task Page_InEveryView_Fits()
    {
        await using LabSite lab = new();
        foreach (PageView view in PageView.All.Where(view => view.Language == "en"))
        {
            await using PageWindow window = await browsers.LookAsync(view, bypassesPolicy: true);

            await window.Page.GotoAsync(lab.At(Full));

            (await window.FindOverflowAsync()).Should().BeEmpty($"in {view}");
        }
    }

    [ChromiumFact]
    public async Task Page_InEveryColour_KeepsNobodyOut()
    {
        await using LabSite lab = new();
        foreach (PageView view in PageView.Colours.Take(2))
        {
            await using PageWindow window = await browsers.LookAsync(view, bypassesPolicy: true);

            await window.Page.GotoAsync(lab.At(Full));

            // Nothing runs in the frame, axe neither; the page in it has tests of its own.
            await window.Page.EvaluateAsync("() => document.querySelector('iframe').remove()");
            (await window.FindBarriersAsync()).Should().BeEmpty($"in {view}");
        }
    }

    [ChromiumFact]
    public async Task Preset_OfThePage_LeadsToItsResponseByTheKeyboardAndAsksNobodyElse()
    {
        await using LabSite lab = new();
        await using PageWindow window = await browsers.LookAsync(new PageView(390));
        await window.Page.GotoAsync(lab.At("/"));
        (await window.FindKeyboardTrapsAsync()).Should().BeEmpty();

        await window.Page.FocusAsync("text=The user presses Cancel");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForSelectorAsync("#response pre");

        (await window.Page.InnerTextAsync("#response pre")).Should().Contain("Location: https://example.com/vital/callback?");
        (await window.Page.GetAttributeAsync("iframe", "srcdoc")).Should().Contain("<h1>");
        window.Requests.Should().OnlyContain(request => request.StartsWith(lab.At("/"), StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request == "about:srcdoc");
    }
}
