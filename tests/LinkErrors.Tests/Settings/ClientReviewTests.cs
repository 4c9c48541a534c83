using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Settings;

/// <summary>What is allowed and hardly meant is said when the application starts, and not found out by the users of a client.</summary>
public sealed class ClientReviewTests
{
    [Theory]
    [InlineData("RedirectUrisMissing", "Client a has no redirect URI, so every error of its flows is answered here. Add its RedirectUris, or remove the client. Clients with the same fault beside it: 0.", "a:Dialect=oauth")]
    [InlineData("RedirectUrisMissing", "Client a has no redirect URI, *: 1.", "b:Dialect=oauth", "a:Dialect=zapier")]
    [InlineData("RedirectUriShared", "The redirect URI https://c.example/cb is registered by client a and by client b. A request that names it without a client_id is taken for one of a. *: 0.", "b:RedirectUris:0=https://c.example/cb", "a:RedirectUris:0=https://c.example/cb")]
    [InlineData("RedirectUriShared", "The redirect URI https://c.example/1 is registered by client a *: 1.", "b:RedirectUris:0=https://c.example/2", "b:RedirectUris:1=https://c.example/1", "a:RedirectUris:0=https://c.example/1", "a:RedirectUris:1=https://c.example/2")]
    [InlineData("WildcardIneffective", "The redirect URI https://c.example/* of client a has a '?', which stands for itself: *: 0.", "a:RedirectUris:0=https://c.example/*")]
    public async Task Start_WithSettingsThatAreHardlyMeant_IsOneWarning(string name, string text, params string[] settings)
    {
        await using TestApp app = await StartAsync(settings);

        LogEntry entry = app.Log.Own.Should().ContainSingle().Subject;
        entry.EventId.Name.Should().Be(name);
        entry.Level.Should().Be(LogLevel.Warning);
        entry.Text.Should().Match(text);
    }

    [Theory]
    [InlineData("a:RedirectUris:0=https://c.example/cb", "b:RedirectUris:0=https://d.example/cb")]
    [InlineData("a:RedirectUris:0=https://c.example/cb", "a:RedirectUris:1=https://c.example/cb")]
    [InlineData("a:RedirectUris:0=https://c.example/%2A")]
    public async Task Start_WithProperClients_SaysNothing(params string[] settings)
    {
        await using TestApp app = await StartAsync(settings);

        app.Log.Own.Should().BeEmpty();
    }

    private static Task<TestApp> StartAsync(string[] settings) => TestApp.StartAsync(
        app => app.UseLinkErrors(),
        [.. settings.Select(setting => setting.Split('=')).Select(pair => KeyValuePair.Create("LinkErrors:Clients:" + pair[0], (string?)pair[1]))]);
}
