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

    private const string Notice = "window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => ran.push(name)";

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

    private async Task<PageWindow> LoadAsync(string html)
    {
        PageWindow window = await browsers.LookAsync(new PageView(1280), bypassesPolicy: true);
        await window.Page.AddInitScriptAsync(Notice);
        await window.Page.RouteAsync("**/*", route => route.Request.Url == Address
            ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = html })
            : route.AbortAsync());
        await window.Page.GotoAsync(Address, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return window;
    }
}
