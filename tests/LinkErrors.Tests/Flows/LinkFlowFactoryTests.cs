using System.Diagnostics.Metrics;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Flows;

/// <summary>What makes a flow of what a request says, and what a store is asked for it.</summary>
public sealed class LinkFlowFactoryTests : IDisposable
{
    private readonly LogRecorder _log = new();
    private readonly AskedStore _store = new();
    private readonly ServiceProvider _services;
    private readonly LinkFlowFactory _factory;

    public LinkFlowFactoryTests()
    {
        _services = new ServiceCollection().AddMetrics().AddLogging(logging => logging.AddProvider(_log)).BuildServiceProvider();
        _factory = new LinkFlowFactory(_store, new SearchReport(_services.GetRequiredService<IMeterFactory>(), _services.GetRequiredService<ILogger<SearchReport>>()));
    }

    public void Dispose()
    {
        _services.Dispose();
        _log.Dispose();
    }

    /// <summary>The client's name goes before its redirect URI, and only what can be registered is a question for a store.</summary>
    [Theory]
    [InlineData(null, null, "", "")]
    [InlineData("web", null, "id web", "")]
    [InlineData(null, LabSettings.RedirectUri, "uri " + LabSettings.RedirectUri, "")]
    [InlineData("web", LabSettings.RedirectUri, "id web", "")]
    [InlineData("web", "\0", "id web", "RedirectUriRefused")]
    [InlineData("\0", LabSettings.RedirectUri, "", "ClientUnknown")]
    [InlineData(null, "\0", "", "ClientUnknown")]
    [InlineData("nobody", LabSettings.RedirectUri, "id nobody", "ClientUnknown")]
    public async Task Store_IsAskedForTheClientByItsName(string? clientId, string? redirectUri, string asked, string line)
    {
        await _factory.CreateAsync(new LinkFlowRequest { ClientId = clientId, RedirectUri = redirectUri });

        string.Join(' ', _store.Asked).Should().Be(asked);
        string.Join(' ', _log.Entries.Select(entry => entry.EventId.Name)).Should().Be(line);
    }

    /// <summary>RFC 6749 §4.1.2.1: as it came, or not at all. What counts is its length as it will be sent.</summary>
    [Theory]
    [InlineData("a", 8192, true)]
    [InlineData("a", 8193, false)]
    [InlineData("\u00E4", 1365, true)]
    [InlineData("\u00E4", 1366, false)]
    [InlineData("\u20AC", 910, true)]
    [InlineData("\u20AC", 911, false)]
    [InlineData("\uFFFD", 1, false)]
    [InlineData("\uD800", 1, false)]
    public async Task State_OfAClient_HasATargetWhereItCanReturn(string text, int times, bool canReturn)
    {
        LinkFlow? flow = await _factory.CreateAsync(new LinkFlowRequest { ClientId = "web", State = string.Concat(Enumerable.Repeat(text, times)) });

        (flow!.Target is not null).Should().Be(canReturn);
        string.Join(' ', _log.Entries.Select(entry => entry.EventId.Name)).Should().Be(canReturn ? "" : "StateNotEchoable");
    }

    [Fact]
    public async Task Request_ThatIsNull_IsTheCallersMistake()
    {
        Func<Task> create = async () => await _factory.CreateAsync(null!);

        await create.Should().ThrowAsync<ArgumentNullException>().WithParameterName("request");
    }

    /// <summary>A login that has no flow, or whose client is gone, ends the search: the state beside it is the login's own.</summary>
    [Theory]
    [InlineData(null, "none")]
    [InlineData("none", "")]
    [InlineData("nobody", "")]
    [InlineData("web", "web")]
    public async Task Login_WithTheFlowThatItCarries_EndsTheSearch(string? carried, string expected)
    {
        DefaultHttpContext context = new();
        if (carried is not null)
        {
            AuthenticationProperties properties = new();
            properties.SetLinkFlow(new LinkFlowRequest { ClientId = "earlier" });
            properties.SetLinkFlow(carried == "none" ? null : new LinkFlowRequest { ClientId = carried, State = "s" });
            context.Features.Set(properties);
        }

        LinkFlow? flow = await new AuthenticationPropertiesLinkFlowSource(_factory).FindAsync(context, CancellationToken.None);

        (flow is null ? "none" : flow.ClientId ?? "").Should().Be(expected);
    }

    /// <summary>RFC 8252 §7.3: the port of a loopback redirect URI is chosen when the client starts, so a client is found without it.</summary>
    [Theory]
    [InlineData(LabSettings.RedirectUri, "web")]
    [InlineData("http://127.0.0.1/cb", "native")]
    [InlineData("http://127.0.0.1:4711/cb", "native")]
    [InlineData("http://127.0.0.1:4711/other", null)]
    [InlineData("http://[::1]:4711/cb", null)]
    [InlineData("https://client.example:4711/cb", null)]
    public async Task Client_OfTheConfiguration_IsFoundByItsRedirectUri(string redirectUri, string? expected)
    {
        await using TestApp app = await TestApp.StartAsync(
            app => app.UseLinkErrors(),
            LabSettings.WithClient(("Clients:native:RedirectUris:0", "http://127.0.0.1/cb"), ("Clients:native:AllowLoopbackPorts", "true")));

        LinkClient? client = await app.Services.GetRequiredService<ILinkClientStore>().FindByRedirectUriAsync(redirectUri, CancellationToken.None);

        client?.ClientId.Should().Be(expected);
        (client is null).Should().Be(expected is null);
    }

    private sealed class AskedStore : ILinkClientStore
    {
        private readonly LinkClient _client = new("web", [LabSettings.RedirectUri]);

        public List<string> Asked { get; } = [];

        public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken)
        {
            Asked.Add($"id {clientId}");
            return ValueTask.FromResult(clientId == "web" ? _client : null);
        }

        public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken)
        {
            Asked.Add($"uri {redirectUri}");
            return ValueTask.FromResult(redirectUri == LabSettings.RedirectUri ? _client : null);
        }
    }
}
