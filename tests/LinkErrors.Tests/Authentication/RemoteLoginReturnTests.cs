using System.Net;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Authentication;

/// <summary>The login was good, and the link fails, or succeeds: the client that began hears of it, with its state, and the session forgets the flow.</summary>
public sealed class RemoteLoginReturnTests
{
    private static readonly string DuplicateConnection = LinkingService.Error("access_denied", "This account at Acme is already linked to another user.");

    [Theory]
    [InlineData("/link/done")]
    [InlineData("/link/done?step=2")]
    [InlineData("/link/done?step=2#bottom")]
    [InlineData("{site}link/done")]
    public async Task Link_ThatFailsAfterAGoodLogin_ReturnsToTheClient(string returnTo)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(GetStart(app, returnTo));

        arrival.Location.Should().Be(DuplicateConnection);
        (await browser.GoAsync(new Uri(app.Client.BaseAddress!, "session"))).Body.Should().Be("no flow");
    }

    // RFC 6749 §4.1.2: the code and the state.
    [Fact]
    public async Task Link_ThatSucceeds_ReturnsCodeAndStateToTheClient()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app, "/link/well"));

        arrival.Location.Should().Be($"{LinkingService.Target}?code=17&state={Uri.EscapeDataString(LinkingService.State)}");
    }

    /// <summary>Two links in two windows: each returns to where it began, whichever logged in last.</summary>
    [Fact]
    public async Task Links_InTwoWindows_DoNotMix()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();
        Uri? first = null;
        await browser.GoAsync(LinkingService.GetStart(app, "/link/done"), url =>
        {
            first = url.AbsolutePath == "/link/done" ? url : first;
            return url;
        });

        await browser.GoAsync(new Uri(LinkingService.GetStart(app, "/link/done").AbsoluteUri.Replace("one.example%2Fcb", "one.example%2Fother", StringComparison.Ordinal)));
        TestArrival arrival = await browser.GoAsync(first!);

        arrival.Location.Should().Be(DuplicateConnection);
    }

    /// <summary>An address that says whose flow it is needs no second word; one of another site is not ours to add to.</summary>
    [Theory]
    [InlineData("/link/done?client_id=one&redirect_uri=https://one.example/other&state=own", "https://one.example/other?error=access_denied*&state=own", "no flow")]
    [InlineData("https://front.example/done", "https://front.example/done", "flow")]
    [InlineData("//front.example/done", "//front.example/done", "flow")]
    public async Task ReturnAddress_WithAFlowOrOfAnotherSite_StaysAsItIs(string returnTo, string location, string session)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app, returnTo));

        arrival.Location.Should().Match(location);
        (await browser.GoAsync(new Uri(app.Client.BaseAddress!, "session"))).Body.Should().Be(session);
    }

    [Fact]
    public async Task TicketReceived_ThatTheApplicationHandles_StaysItsOwn()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address, options => options.Events.OnTicketReceived = context =>
        {
            context.HandleResponse();
            return context.Response.WriteAsync("handled by the application");
        });
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app, "/link/done"));

        arrival.Should().BeEquivalentTo(new { StatusCode = HttpStatusCode.OK, Body = "handled by the application" });
    }

    private static Uri GetStart(TestApp app, string returnTo) =>
        LinkingService.GetStart(app, returnTo.Replace("{site}", app.Client.BaseAddress!.AbsoluteUri, StringComparison.Ordinal));
}
