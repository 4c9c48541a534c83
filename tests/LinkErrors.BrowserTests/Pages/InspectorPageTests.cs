using LinkErrors.BrowserTests.Browsers;
using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>The page that a developer opens when it does not redirect.</summary>
[Collection(SharedBrowsers.Name)]
public sealed class InspectorPageTests(BrowserFixture browsers)
{
    private static readonly string[] Payloads =
    [
        "<script>document.title='injected'</script>", "</style><script>document.title='injected'</script>", "<img src=x onerror=\"document.title='injected'\">",
        "\"><svg onload=\"document.title='injected'\">", "</details><iframe srcdoc=\"<script>parent.document.title='injected'</script>\"></iframe>",
        "javascript:document.title='injected'", "&lt;script&gt;document.title='injected'&lt;/script&gt;",
    ];

    /// <summary>She opens the page after each error, and the sentence that explains it is there to be read.</summary>
    [ChromiumFact]
    public async Task Page_AfterEachCase_ShowsTheSentenceThatExplainsIt()
    {
        await using InspectedApplication application = await InspectedApplication.StartAsync();
        await using PageWindow window = await browsers.LookAsync(new PageView(1280));
        InspectedApplication.Cases.Should().HaveCountGreaterThanOrEqualTo(10);
        foreach (InspectedCase row in InspectedApplication.Cases)
        {
            await application.AskAsync(row.Path, row.Header);
        }

        await window.Page.GotoAsync(application.At("/link-errors"));

        IReadOnlyList<ILocator> entries = await window.Page.Locator("details").AllAsync();
        entries.Should().HaveCount(InspectedApplication.Cases.Count);
        foreach ((ILocator entry, InspectedCase row) in entries.Zip(InspectedApplication.Cases.Reverse()))
        {
            if (!await entry.EvaluateAsync<bool>("entry => entry.open"))
            {
                await entry.Locator("summary").ClickAsync();
            }

            (await entry.InnerTextAsync()).Should().Contain(row.Sentence, row.Name);
        }

        window.Requests.Should().Equal(application.At("/link-errors"));
        window.Refusals.Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task Page_InEveryViewAndColour_FitsAndKeepsNobodyOut()
    {
        await using InspectedApplication application = await InspectedApplication.StartAsync();
        await using PageWindow window = await browsers.LookAsync(PageView.All[0], bypassesPolicy: true);
        await window.Page.GotoAsync(application.At("/link-errors"));
        (await window.Page.InnerTextAsync("main")).Should().Contain("There were none yet.");
        (await window.FindBarriersAsync()).Should().BeEmpty("of the empty page");

        string state = new('x', 2000);
        await application.AskAsync($"/link?client_id=web&redirect_uri=https://client.example/{new string('a', 300)}&state={state}");
        await application.AskAsync("/link?client_id=web&redirect_uri=https://client.example/cb&state=b7c1f0");
        (await window.FindOverflowAsync(PageView.English, application.At("/link-errors"), OpenAsync)).Should().BeEmpty();
        await window.ChangeAsync(new PageView(390));
        (await window.FindBarriersAsync()).Should().BeEmpty();
        await window.ChangeAsync(new PageView(1280, IsDark: true));
        (await window.FindBarriersOfColourAsync()).Should().BeEmpty("in the dark");
        (await window.FindMotionAsync()).Should().BeEmpty();
        await window.Page.ReloadAsync();
        (await window.FindKeyboardTrapsAsync()).Should().BeEmpty();
    }

    /// <summary>Whoever sends a request writes into this page: what she writes does nothing, and where it did, the policy would forbid it.</summary>
    [ChromiumFact]
    public async Task Payloads_InWhatARequestSays_DoNothing()
    {
        await using InspectedApplication application = await InspectedApplication.StartAsync();
        foreach (string payload in Payloads.Select(Uri.EscapeDataString))
        {
            foreach (string path in (string[])["/link?state=", "/link?client_id=", "/link?client_id=web&redirect_uri=", "/said?message="])
            {
                await application.AskAsync(path + payload);
            }
        }

        await using PageWindow window = await browsers.LookAsync(new PageView(390), bypassesPolicy: true);
        await window.Page.GotoAsync(application.At("/link-errors"));
        await OpenAsync(window);

        (await window.Page.TitleAsync()).Should().Be("Link errors of this process");
        (await window.Page.Locator("details").CountAsync()).Should().Be(4 * Payloads.Length);
        (await window.Page.Locator("script,img,svg,iframe,a").CountAsync()).Should().Be(0);
        window.Requests.Should().Equal(application.At("/link-errors"));

        await using PageWindow guarded = await browsers.LookAsync(new PageView(390));
        await guarded.InjectAsync("<script>document.title='injected'</script>");
        await guarded.Page.GotoAsync(application.At("/link-errors"));
        guarded.Refusals.Should().ContainSingle(refusal => refusal.Contains("script-src", StringComparison.Ordinal) || refusal.Contains("default-src", StringComparison.Ordinal));
        (await guarded.Page.TitleAsync()).Should().Be("Link errors of this process");
    }

    private static async Task OpenAsync(PageWindow window) =>
        await window.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
}
