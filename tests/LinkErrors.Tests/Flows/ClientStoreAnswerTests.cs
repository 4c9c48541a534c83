using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Flows;

/// <summary>A store of the application's own may find what nobody asked for: many databases compare without case, accents or trailing spaces.</summary>
public sealed class ClientStoreAnswerTests
{
    private static readonly LinkClient One = new("one", ["https://one.example/cb", "http://127.0.0.1/cb"], "junction", allowLoopbackPorts: true);

    [Theory]
    [InlineData("client_id=ONE")]
    [InlineData("client_id=one%20")]
    [InlineData("client_id=%C3%B6ne")]
    [InlineData("client_id=two&redirect_uri=https://one.example/cb")]
    [InlineData("redirect_uri=https://ONE.example/cb")]
    [InlineData("redirect_uri=https://one.example/CB")]
    [InlineData("redirect_uri=https://one.example/cb%20")]
    public async Task Client_ThatWasNotAskedFor_IsRefusedWithAWarning(string query)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync($"/?{query}&state=s");

        response.Headers.Contains("Location").Should().BeFalse();
        LogEntry warning = app.Log.Own.Should().ContainSingle(entry => entry.Level > LogLevel.Information).Subject;
        (warning.EventId.Name, warning.Level, warning.Exception).Should().Be(("StoreAnsweredAnother", LogLevel.Warning, null));
        warning.Text.Should().Contain(nameof(StubClientStore)).And.Contain("one");
    }

    [Theory]
    [InlineData("client_id=one&redirect_uri=https://one.example/cb", "https://one.example/cb")]
    [InlineData("redirect_uri=https://one.example/cb", "https://one.example/cb")]
    [InlineData("redirect_uri=http://127.0.0.1:50000/cb", "http://127.0.0.1:50000/cb")]
    public async Task Client_ThatWasAskedFor_IsTaken(string query, string expected)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync($"/?{query}&state=s");

        response.Headers.NonValidated["Location"].ToString().Should().StartWith(expected + "?");
        app.Log.Own.Should().NotContain(entry => entry.Level > LogLevel.Information);
    }

    /// <summary>The client's own fault stays one of the client: it is known, but has not registered the URI.</summary>
    [Fact]
    public async Task RedirectUri_ThatTheNamedClientHasNotRegistered_IsNoFaultOfTheStore()
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync("/?client_id=one&redirect_uri=https://one.example/CB");

        response.Headers.Contains("Location").Should().BeFalse();
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "RedirectUriRefused");
        app.Log.Own.Should().NotContain(entry => entry.Level > LogLevel.Information);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
        },
        services: builder => builder.Services.AddSingleton<ILinkClientStore>(new StubClientStore(_ => ValueTask.FromResult<LinkClient?>(One))));
}
