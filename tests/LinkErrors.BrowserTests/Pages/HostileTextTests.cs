using System.Globalization;
using System.Text;
using System.Text.Json;
using LinkErrors.BrowserTests.Browsers;
using LinkErrors.Dialects;
using LinkErrors.Pages;
using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>
/// Payloads in every text of an error, in a browser that holds no policy against them: it is the encoding alone that keeps them from
/// running. The trees of all pages with the whole corpus are compared without a browser, in LinkErrors.Tests.
/// </summary>
[Collection(SharedBrowsers.Name)]
public sealed class HostileTextTests(BrowserFixture browsers)
{
    private const string Address = "http://errors.example/";

    /// <summary>One of so many is loaded: all of them are a page that takes a minute.</summary>
    private const int Step = 10;

    /// <summary>One of so many of those is put into the small pages, which are loaded one by one.</summary>
    private const int SmallStep = 15;

    /// <summary>What runs in a frame is noticed above it; a form that posts itself would take its page away.</summary>
    private const string Notice =
        "window.ran = window.top === window ? [] : window.top.ran; for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => ran.push(name);"
        + "HTMLFormElement.prototype.submit = () => {}";

    [ChromiumCorporaFact]
    public async Task Catalog_WithPayloadsInEveryText_RunsNothingAndAsksForNothing()
    {
        string[] payloads = ReadPayloads();
        payloads.Should().HaveCountGreaterThan(500, "a corpus that is not read proves nothing");
        LinkErrorDefinition[] definitions = [.. payloads.Select((payload, index) => new LinkErrorDefinition("own." + index.ToString(CultureInfo.InvariantCulture))
        {
            Family = payload,
            Title = payload.Length is >= 5 and <= 50 ? payload : "A harmless text",
            Description = payload,
            Causes = [payload],
            Action = payload,
        })];
        await using PageWindow window = await LoadAsync(Encoding.UTF8.GetString(CatalogPage.Render(LinkErrorCatalog.Default.Add(definitions), LinkErrorDialects.All).Html.Span));

        (await window.Page.EvaluateAsync<string[]>("() => ran")).Should().BeEmpty();
        (await window.Page.EvaluateAsync<int>("() => document.querySelectorAll('section[id^=\"own.\"]').length")).Should().Be(payloads.Length);
        (await window.Page.EvaluateAsync<int>("() => new Set([...document.querySelectorAll('section[id^=\"own.\"]')].map(section => section.querySelectorAll('*').length)).size"))
            .Should().Be(1, "each section has the elements of every other");
        (await window.Page.EvaluateAsync<int>("() => document.scripts.length")).Should().Be(1);
        window.Requests.Should().Equal(Address);
    }

    /// <summary>The error page, and those that she passes by on her way to a client, each in a frame with one payload in all of its values.</summary>
    [ChromiumCorporaFact]
    public async Task SmallPages_WithAPayloadInEveryValue_RunNothingAndAskForNothing()
    {
        string[] payloads = [.. ReadPayloads().Where((_, index) => index % SmallStep == 0)];
        payloads.Should().HaveCountGreaterThan(30, "a corpus that is not read proves nothing");
        (string Kind, Func<string, ReadOnlyMemory<byte>> Render)[] kinds = [("error", HostilePages.RenderErrorPage), ("form", HostilePages.RenderFormPost), ("message", HostilePages.RenderWebMessage)];
        Dictionary<string, string> pages = kinds
            .SelectMany(kind => payloads.Prepend(HostilePages.Harmless), (kind, payload) => (kind.Kind, Html: Encoding.UTF8.GetString(kind.Render(payload).Span)))
            .Select((page, index) => (Address: string.Create(CultureInfo.InvariantCulture, $"{Address}{page.Kind}/{index}"), page.Html))
            .ToDictionary(page => page.Address, page => page.Html, StringComparer.Ordinal);
        pages[Address] = "<!DOCTYPE html>" + string.Concat(pages.Keys.Select(address => $"<iframe src=\"{address}\"></iframe>"));

        await using PageWindow window = await LoadAsync(pages, WaitUntilState.Load);

        (await window.Page.EvaluateAsync<string[]>("() => ran")).Should().BeEmpty();
        (await window.Page.EvaluateAsync<string[]>(
            "() => [...new Set(Array.from(frames).map(frame => frame.location.pathname.split('/')[1] + ' ' + [...frame.document.querySelectorAll('*')].map(e => e.localName)))]"))
            .Should().HaveCount(kinds.Length, "each page has the elements of the harmless one");
        window.Requests.Where(request => request != Address + "logo.svg").Should().BeEquivalentTo(pages.Keys);
    }

    /// <summary>The payloads do run where nothing is encoded, and it is noticed.</summary>
    [ChromiumCorporaFact]
    public async Task Payloads_ThatAreNotEncoded_Run()
    {
        await using PageWindow window = await LoadAsync("<!DOCTYPE html><p>" + string.Concat(ReadPayloads().Where(payload => payload.Contains("alert(", StringComparison.Ordinal)).Select(payload => $"<div>{payload}</div>")));

        (await window.Page.EvaluateAsync<int>("() => ran.length")).Should().BePositive();
    }

    private static string[] ReadPayloads() =>
    [
        .. JsonElement.Parse(Corpora.Read("xss", "xss.json")).EnumerateArray().Select(row => row.GetProperty("payload").GetString()!)
            .Where((payload, index) => payload.Length > 0 && index % Step == 0),
    ];

    private Task<PageWindow> LoadAsync(string html) =>
        LoadAsync(new Dictionary<string, string>(StringComparer.Ordinal) { [Address] = html }, WaitUntilState.DOMContentLoaded);

    private async Task<PageWindow> LoadAsync(Dictionary<string, string> pages, WaitUntilState until)
    {
        PageWindow window = await browsers.LookAsync(new PageView(1280), bypassesPolicy: true);
        await window.Page.AddInitScriptAsync(Notice);
        await window.Page.RouteAsync("**/*", route => pages.TryGetValue(route.Request.Url, out string? html)
            ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = html })
            : route.AbortAsync());
        await window.Page.GotoAsync(Address, new PageGotoOptions { WaitUntil = until });
        return window;
    }
}
