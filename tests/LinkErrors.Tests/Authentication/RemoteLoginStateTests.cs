using System.Net;
using System.Security.Cryptography;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Authentication;

/// <summary>The state of a remote login is the login's own: it goes to nobody who is named beside it, and its keys are the service's.</summary>
public sealed class RemoteLoginStateTests
{
    [Theory]
    [InlineData("?error=access_denied&state=forged&client_id=one")]
    [InlineData("?code=x&state=forged&client_id=one&redirect_uri=https://one.example/cb")]
    [InlineData("?code=x&state=forged&redirect_uri=https://one.example/cb")]
    [InlineData("?code=x&client_id=one")]
    public async Task Callback_WithALostStateBesideAClient_LeadsNowhere(string query)
    {
        await using TestApp app = await LinkingService.StartAsync(new Uri("http://127.0.0.1:1"));
        using MeasuredTag refusals = new(app, SearchReport.RefusalsName, SearchReport.ReasonTag);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(new Uri(app.Client.BaseAddress!, LinkingService.Callback + query));

        arrival.Should().BeEquivalentTo(new { StatusCode = HttpStatusCode.BadRequest, Location = (string?)null });
        arrival.Body.Should().NotContain("forged");
        refusals.Values.Should().Equal("state_refused");
    }

    /// <summary>A flow that goes through a protected state of its own does not come back to the callback of a remote login.</summary>
    [Theory]
    [InlineData("?code=x&state=")]
    [InlineData("?error=access_denied&state=")]
    public async Task Callback_WithTheProtectedStateOfAnotherFlow_LeadsNowhere(string query)
    {
        await using TestApp app = await LinkingService.StartAsync(new Uri("http://127.0.0.1:1"));
        string state = app.Services.GetRequiredService<ILinkStateProtector>().Protect(
            new LinkFlowRequest { ClientId = "one", RedirectUri = LinkingService.Target, State = LinkingService.State });
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(new Uri(app.Client.BaseAddress!, LinkingService.Callback + query + state));

        arrival.Should().BeEquivalentTo(new { StatusCode = HttpStatusCode.BadRequest, Location = (string?)null });
    }

    /// <summary>Anybody can send such a callback: each counts, and the log has one line.</summary>
    [Fact]
    public async Task Callbacks_WithAnUnreadableKeyRing_AreOneErrorThatNamesIt()
    {
        await using TestApp app = await LinkingService.StartAsync(
            new Uri("http://127.0.0.1:1"), services: builder => builder.Services.AddSingleton<IDataProtectionProvider>(new BrokenKeys()));
        using MeasuredTag refusals = new(app, SearchReport.RefusalsName, SearchReport.ReasonTag);
        using TestBrowser browser = new();

        for (int callback = 0; callback < 3; callback++)
        {
            TestArrival arrival = await browser.GoAsync(new Uri(app.Client.BaseAddress!, LinkingService.Callback + "?code=x&state=CfDJ8AAAA&client_id=one"));

            arrival.Should().BeEquivalentTo(new { StatusCode = HttpStatusCode.InternalServerError, Location = (string?)null });
        }

        refusals.Values.Should().Equal("source_failed", "source_failed", "source_failed");
        LogEntry error = app.Log.Own.Should().ContainSingle(entry => entry.Level > LogLevel.Warning).Subject;
        (error.EventId.Name, error.Level).Should().Be(("KeyRingUnreadable", LogLevel.Error));
    }

    private sealed class BrokenKeys : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => throw new CryptographicException("the volume of the keys is not mounted");

        public byte[] Unprotect(byte[] protectedData) => throw new CryptographicException("the volume of the keys is not mounted");
    }
}
