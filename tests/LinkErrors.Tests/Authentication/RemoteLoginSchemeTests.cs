using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Authentication;

/// <summary>Every scheme on RemoteAuthenticationHandler, also one that nobody has heard of.</summary>
public sealed class RemoteLoginSchemeTests
{
    private const string Callback = "/signin-stub";
    private const string NotReachable = "Stub could not be reached or answered unexpectedly.";

    [Theory]
    [InlineData("deny", "access_denied", "access_denied", "The request was denied.")]
    [InlineData("correlation", "callback_state_invalid", "invalid_request", "The state parameter does not belong to this flow.")]
    [InlineData("garbage", "provider_api_error", "server_error", NotReachable)]
    [InlineData("typed", "duplicate_connection", "access_denied", "This account at Stub is already linked to another user.")]
    [InlineData("throw-known", "provider_api_error", "server_error", NotReachable)]
    public async Task UnknownScheme_ThatFails_ReturnsToTheClient(string mode, string code, string wireCode, string text)
    {
        await using TestApp app = await StartAsync();
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(GetCallback(app, mode));

        RemoteLoginTests.ShouldReturn(app, arrival, code, wireCode, text);
    }

    [Fact]
    public async Task UnknownScheme_ThatLosesItsProperties_EndsOnAPage()
    {
        await using TestApp app = await StartAsync();
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(GetCallback(app, "throw"));

        arrival.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        arrival.Body.Should().Contain("is not answering");
    }

    /// <summary>A fault of the application is not blamed on the provider: it is logged with its stack, and keeps its text.</summary>
    [Fact]
    public async Task UnexpectedException_IsServerErrorWithoutItsText()
    {
        await using TestApp app = await StartAsync();
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(GetCallback(app, "bug"));

        arrival.Location.Should().StartWith($"{LinkingService.Target}?error=server_error&error_description=").And.NotContain("hunter2");
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "UnexpectedExceptionAnswered")
            .Which.Should().Match<LogEntry>(entry => entry.Level == LogLevel.Error && entry.Exception is InvalidOperationException);
    }

    [Fact]
    public async Task UnknownScheme_ThatSucceeds_IsLeftAlone()
    {
        await using TestApp app = await StartAsync();
        using TestBrowser browser = new();

        (await browser.GoAsync(GetCallback(app, "sign-in"))).Body.Should().Be("linked");
    }

    /// <summary>What is no callback gets the handler itself, not one of ours around it.</summary>
    [Theory]
    [InlineData("/handler", "StubHandler, 0 around it")]
    [InlineData(Callback + "/below", "StubHandler, 0 around it")]
    public async Task Handler_OutsideOfTheCallback_IsTheSchemesOwn(string path, string expected)
    {
        await using TestApp app = await StartAsync();

        (await app.Client.GetStringAsync(path)).Should().Be(expected);
    }

    [Fact]
    public async Task AddRemoteLoginErrors_CalledTwiceAndLast_AnswersOnce()
    {
        await using TestApp app = await StartAsync(builder => builder.Services.AddLinkErrors().AddRemoteLoginErrors().AddRemoteLoginErrors());
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(GetCallback(app, "deny"));

        RemoteLoginTests.ShouldReturn(app, arrival, "access_denied", "access_denied", "The request was denied.");
    }

    /// <summary>A provider of handlers that the application added before is kept, and asked.</summary>
    [Fact]
    public async Task AddRemoteLoginErrors_AfterAnOwnHandlerProvider_AsksIt()
    {
        int asked = 0;
        await using TestApp app = await TestApp.StartAsync(
            app => app.UseAuthentication(),
            [new("LinkErrors:Clients:one:RedirectUris:0", LinkingService.Target)],
            builder =>
            {
                builder.Services.AddAuthentication("cookie").AddCookie("cookie").AddRemoteScheme<StubOptions, StubHandler>("stub", "Stub", options => options.CallbackPath = Callback);
                builder.Services.AddScoped<IAuthenticationHandlerProvider>(provider => new CountingProvider(provider.GetRequiredService<IAuthenticationSchemeProvider>(), () => asked++));
                builder.Services.AddLinkErrors().AddRemoteLoginErrors("stub");
            });
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(GetCallback(app, "throw-known"));

        RemoteLoginTests.ShouldReturn(app, arrival, "provider_api_error", "server_error", NotReachable);
        asked.Should().BePositive();
    }

    private static Uri GetCallback(TestApp app, string mode) => new(app.Client.BaseAddress!, $"{Callback}?do={mode}");

    private static Task<TestApp> StartAsync(Action<WebApplicationBuilder>? services = null) => TestApp.StartAsync(
        app =>
        {
            app.UseAuthentication();
            app.MapGet("/", () => "linked");
            app.Map("/{**path}", async (HttpContext context, IAuthenticationHandlerProvider handlers) =>
            {
                IAuthenticationHandler handler = (await handlers.GetHandlerAsync(context, "stub"))!;
                return $"{handler.GetType().Name}, {(handler is StubHandler ? 0 : 1)} around it";
            });
        },
        [new("LinkErrors:Clients:one:RedirectUris:0", LinkingService.Target)],
        builder =>
        {
            builder.Services.AddLinkErrors().AddRemoteLoginErrors("stub");
            builder.Services.AddAuthentication("cookie").AddCookie("cookie").AddRemoteScheme<StubOptions, StubHandler>("stub", "Stub", options => options.CallbackPath = Callback);
            services?.Invoke(builder);
        });

    private sealed class CountingProvider(IAuthenticationSchemeProvider schemes, Action count) : IAuthenticationHandlerProvider
    {
        private readonly AuthenticationHandlerProvider _inner = new(schemes);

        public Task<IAuthenticationHandler?> GetHandlerAsync(HttpContext context, string authenticationScheme)
        {
            count();
            return _inner.GetHandlerAsync(context, authenticationScheme);
        }
    }
}
