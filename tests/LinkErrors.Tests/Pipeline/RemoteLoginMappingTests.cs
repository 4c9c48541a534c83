using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Pipeline;

/// <summary>A failed login is mapped as every exception is, and <c>OnMappingException</c> is asked for it too, once.</summary>
public sealed class RemoteLoginMappingTests
{
    private const string Callback = "/signin-stub";

    /// <summary>What a login recognises is a typed exception with the failure as its cause; anything else is what was thrown.</summary>
    [Theory]
    [InlineData("deny", typeof(AccessDeniedException), "access_denied")]
    [InlineData("correlation", typeof(CallbackStateInvalidException), "callback_state_invalid")]
    [InlineData("garbage", typeof(ProviderApiException), "provider_api_error")]
    [InlineData("throw-known", typeof(ProviderApiException), "provider_api_error")]
    [InlineData("typed", typeof(DuplicateConnectionException), "duplicate_connection")]
    [InlineData("bug", typeof(InvalidOperationException), "server_error")]
    public async Task FailedLogin_OfAnyKind_AsksOnMappingExceptionOnce(string mode, Type exception, string code)
    {
        List<string> seen = [];
        await using TestApp app = await StartAsync(new LinkErrorsEvents
        {
            OnMappingException = context =>
            {
                seen.Add($"{context.Exception.GetType().Name} {context.Error!.Code}");
                context.Error = LinkErrorDefinitions.Conflict.CreateError();
            },
        });

        TestArrival arrival = await GoAsync(app, mode);

        seen.Should().Equal($"{exception.Name} {code}");
        arrival.Location.Should().StartWith(LinkingService.Target).And.Contain("error_description=" + Uri.EscapeDataString(LinkErrorDefinitions.Conflict.Message));
    }

    /// <summary>A handler that leaves a failure to the host is asked no more, although the framework wraps it on its way.</summary>
    [Theory]
    [InlineData("deny")]
    [InlineData("garbage")]
    [InlineData("throw-known")]
    [InlineData("typed")]
    [InlineData("bug")]
    public async Task FailedLogin_LeftToTheHost_ReachesItAndIsAskedForOnce(string mode)
    {
        int asked = 0;
        await using TestApp app = await StartAsync(new LinkErrorsEvents
        {
            OnMappingException = context =>
            {
                asked++;
                context.Error = null;
            },
        });

        TestArrival arrival = await GoAsync(app, mode);

        arrival.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        arrival.Body.Should().StartWith("the host got ");
        asked.Should().Be(1);
    }

    [Fact]
    public async Task FailedLogin_OfAMappedType_IsWhatTheApplicationMapsItTo()
    {
        await using TestApp app = await StartAsync(
            new LinkErrorsEvents(), options => options.Map<HttpRequestException>(_ => LinkErrorDefinitions.TemporarilyUnavailable.CreateError()));

        TestArrival arrival = await GoAsync(app, "throw-known");

        arrival.Location.Should().StartWith(LinkingService.Target).And.Contain("error=temporarily_unavailable");
    }

    private static async Task<TestArrival> GoAsync(TestApp app, string mode)
    {
        using TestBrowser browser = new();
        return await browser.GoAsync(new Uri(app.Client.BaseAddress!, $"{Callback}?do={mode}"));
    }

    private static Task<TestApp> StartAsync(LinkErrorsEvents events, Action<LinkErrorsOptions>? configure = null) => TestApp.StartAsync(
        app =>
        {
            app.UseExceptionHandler(host => host.Run(context =>
                context.Response.WriteAsync($"the host got {context.Features.Get<IExceptionHandlerFeature>()!.Error.GetType().Name}")));
            app.UseLinkErrors();
            app.UseAuthentication();
        },
        [new("LinkErrors:Clients:one:RedirectUris:0", LinkingService.Target)],
        builder =>
        {
            builder.Services.AddLinkErrors(options =>
            {
                options.Events = events;
                configure?.Invoke(options);
            }).AddRemoteLoginErrors();
            builder.Services.AddAuthentication("cookie").AddCookie("cookie").AddRemoteScheme<StubOptions, StubHandler>("stub", "Stub", options => options.CallbackPath = Callback);
        });
}
