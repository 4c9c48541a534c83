using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Settings;

/// <summary>RFC 8252 §7.3, §8.3: what a client asked for in vain is said at the start, and not found out by its users.</summary>
public sealed class IneffectivePortsTests
{
    [Theory]
    [InlineData("AllowLoopbackPorts", "http://localhost/cb", "AllowLoopbackPorts of client desktop has no effect on its redirect URI http://localhost/cb: http://localhost is a name")]
    [InlineData("AllowLoopbackPorts", "https://client.example/cb", "AllowLoopbackPorts of client desktop has no effect on its redirect URI (none): the client has registered no URI")]
    [InlineData("AllowLoopbackPorts", "https://127.0.0.1/cb", "AllowLoopbackPorts of client desktop has no effect on its redirect URI (none)")]
    [InlineData("AllowLocalhostPorts", "http://127.0.0.1/cb", "AllowLocalhostPorts of client desktop has no effect on its redirect URI http://127.0.0.1/cb: AllowLocalhostPorts is for http://localhost alone")]
    [InlineData("AllowLocalhostPorts", "http://localhost.example/cb", "AllowLocalhostPorts of client desktop has no effect on its redirect URI (none)")]
    public async Task Start_WithPortsThatNoUriHas_IsOneWarning(string setting, string uri, string text)
    {
        await using TestApp app = await StartAsync([Of("desktop", "RedirectUris:0", uri), Of("desktop", "AllowInsecureSchemes", "true"), Of("desktop", setting, "true")]);

        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "PortsIneffective").Which.Should().Match<LogEntry>(
            entry => entry.Level == LogLevel.Warning && entry.Text.StartsWith(text, StringComparison.Ordinal) && entry.Text.EndsWith(": 0.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WithManySuchClients_IsOneWarningThatCountsThem()
    {
        await using TestApp app = await StartAsync([.. Enumerable.Range(1, 30).SelectMany(index => new[]
        {
            Of($"c{index:00}", "RedirectUris:0", "http://localhost/cb"),
            Of($"c{index:00}", "AllowLoopbackPorts", "true"),
        })]);

        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "PortsIneffective").Which.Text.Should().Contain("client c01 ").And.EndWith(": 29.");
    }

    [Fact]
    public async Task Start_WithPortsThatUrisHave_SaysNothing()
    {
        await using TestApp app = await StartAsync(
        [
            Of("literal", "RedirectUris:0", "http://127.0.0.1/cb"),
            Of("literal", "AllowLoopbackPorts", "true"),
            Of("name", "RedirectUris:0", "http://localhost/cb"),
            Of("name", "AllowLocalhostPorts", "true"),
            Of("both", "RedirectUris:0", "http://localhost:3000/cb"),
            Of("both", "RedirectUris:1", "http://[::1]/cb"),
            Of("both", "RedirectUris:2", "https://client.example/cb"),
            Of("both", "AllowLoopbackPorts", "true"),
            Of("both", "AllowLocalhostPorts", "true"),
            Of("fixed", "RedirectUris:0", "http://localhost:3000/cb"),
        ]);

        app.Log.Own.Should().NotContain(entry => entry.EventId.Name == "PortsIneffective");
    }

    /// <summary>Of a client that names itself, and of one that is found by its redirect URI.</summary>
    [Theory]
    [InlineData("?client_id=desktop&redirect_uri=http%3A%2F%2Flocalhost%3A51004%2Fcb&state=s")]
    [InlineData("?redirect_uri=http%3A%2F%2Flocalhost%3A51004%2Fcb&state=s")]
    public async Task Request_WithAnyPortOfLocalhost_ReturnsThereWhereTheClientOptedIn(string query)
    {
        await using TestApp app = await StartAsync([Of("desktop", "RedirectUris:0", "http://localhost/cb"), Of("desktop", "AllowLocalhostPorts", "true")]);
        await using TestApp literal = await StartAsync([Of("desktop", "RedirectUris:0", "http://localhost/cb"), Of("desktop", "AllowLoopbackPorts", "true")]);

        using HttpResponseMessage answer = await app.Client.GetAsync(new Uri("/" + query, UriKind.Relative));
        using HttpResponseMessage ofLiteral = await literal.Client.GetAsync(new Uri("/" + query, UriKind.Relative));

        answer.Headers.Location!.OriginalString.Should().StartWith("http://localhost:51004/cb?error=access_denied").And.EndWith("&state=s");
        ofLiteral.Headers.Location.Should().BeNull();
    }

    private static KeyValuePair<string, string?> Of(string client, string key, string value) => new($"LinkErrors:Clients:{client}:{key}", value);

    private static Task<TestApp> StartAsync(KeyValuePair<string, string?>[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", static string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
        },
        settings);
}
