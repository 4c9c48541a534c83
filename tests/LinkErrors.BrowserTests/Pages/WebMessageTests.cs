using System.Text.Json;
using LinkErrors.BrowserTests.Browsers;
using LinkErrors.BrowserTests.Sites;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>The web_message response mode: the window of the target's origin gets the error, and no other.</summary>
[Collection(SharedBrowsers.Name)]
public sealed class WebMessageTests(BrowserFixture browsers)
{
    private const string Message =
        """{"type":"authorization_response","response":{"error":"access_denied","error_description":"The request was denied.","state":"a+b\"><c"}}""";

    [Theory, InChromium, InWebKit]
    public async Task HiddenFrame_OfTheTargetsOrigin_GetsTheMessage(BrowserEngine engine)
    {
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);

        await browser.OpenAsync(client.Framing(service.Authorize("web_message")));

        await ShouldGetAsync(client, service);
        service.Violations.TakeRest().Should().BeEmpty();
    }

    /// <summary>RFC 9700 §4.16.</summary>
    [Theory, InChromium, InWebKit]
    public async Task HiddenFrame_OfAnotherOrigin_StaysEmpty(BrowserEngine engine)
    {
        await using ClientSite stranger = await ClientSite.StartAsync("localhost");
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);

        await browser.OpenAsync(stranger.Framing(service.Authorize("web_message")));

        (await service.Violations.TakeAsync()).Should().Contain("frame-ancestors");
        stranger.Messages.TakeRest().Should().BeEmpty();
    }

    [Theory, InChromium, InWebKit]
    public Task Popup_OfTheTargetsOrigin_AnswersItsOpener(BrowserEngine engine) => ShouldAnswerOpenerAsync(engine, "localhost");

    /// <summary>A policy cannot name such a host, and a window needs none.</summary>
    [Theory, InChromium(NeedsIPv6 = true), InWebKit(NeedsIPv6 = true)]
    public Task Popup_OfAnIPv6Address_AnswersItsOpener(BrowserEngine engine) => ShouldAnswerOpenerAsync(engine, "[::1]");

    /// <summary>HTML, Cross-Origin-Opener-Policy: a window whose opener is cut off has none, and nobody hears its message.</summary>
    [Theory, InChromium, InWebKit]
    public async Task Window_WithoutAnOpener_HasAWayToTheTarget(BrowserEngine engine)
    {
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);
        await browser.OpenAsync(service.Authorize("web_message"));

        await browser.ClickAsync("main a.way");

        (await client.Arrivals.TakeAsync()).Should().Be(client.At("/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=a%2Bb%22%3E%3Cc"));
        service.Violations.TakeRest().Should().BeEmpty();
    }

    /// <summary>The policy is the second lock: a text that is not encoded does not run.</summary>
    [Theory, InChromium, InWebKit]
    public async Task Script_ThatGotIntoThePage_DoesNotRun(BrowserEngine engine)
    {
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);
        service.Injected = "<script>parent.postMessage('injected','*')</script>";

        await browser.OpenAsync(client.Framing(service.Authorize("web_message")));

        await ShouldGetAsync(client, service);
        (await service.Violations.TakeAsync()).Should().Contain("script-src");
        client.Messages.TakeRest().Should().BeEmpty();
    }

    private static async Task ShouldGetAsync(ClientSite client, LinkingService service)
    {
        string[] received = (await client.Messages.TakeAsync()).Split(' ', 2);
        service.Authorize("web_message").Should().StartWith(received[0] + "/");
        JsonElement.DeepEquals(JsonElement.Parse(received[1]), JsonElement.Parse(Message)).Should().BeTrue();
    }

    private async Task ShouldAnswerOpenerAsync(BrowserEngine engine, string host)
    {
        await using ClientSite client = await ClientSite.StartAsync(host);
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);
        await browser.OpenAsync(client.Opening(service.Authorize("web_message")));

        await browser.ClickAsync("a");

        await ShouldGetAsync(client, service);
        service.Violations.TakeRest().Should().BeEmpty();
    }
}
