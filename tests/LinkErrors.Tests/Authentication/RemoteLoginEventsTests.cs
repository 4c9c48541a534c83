using System.Net;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Authentication;

/// <summary>The application's own events run first and win, however it has them.</summary>
public sealed class RemoteLoginEventsTests
{
    private const string Denied = "The request was denied.";

    [Fact]
    public async Task RemoteFailure_ThatTheApplicationHandles_StaysItsOwn()
    {
        TestArrival arrival = await CancelAsync(options => options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return context.Response.WriteAsync("handled by the application");
        });

        arrival.Body.Should().Be("handled by the application");
    }

    [Fact]
    public async Task RemoteFailure_ThatTheApplicationSkips_GoesOnInThePipeline()
    {
        TestArrival arrival = await CancelAsync(options => options.Events.OnRemoteFailure = context =>
        {
            context.SkipHandler();
            return Task.CompletedTask;
        });

        arrival.StatusCode.Should().Be(HttpStatusCode.NotFound, "nothing else answers the callback");
    }

    [Fact]
    public async Task AccessDenied_ThatTheApplicationHandles_StaysItsOwn()
    {
        TestArrival arrival = await CancelAsync(options => options.Events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            return context.Response.WriteAsync("denied by the application");
        });

        arrival.Body.Should().Be("denied by the application");
    }

    [Fact]
    public async Task AccessDeniedPath_OfTheApplication_StaysItsOwn()
    {
        TestArrival arrival = await CancelAsync(options =>
        {
            options.AccessDeniedPath = "/";
            options.ReturnUrlParameter = "";
        });

        arrival.Body.Should().Be("linked");
    }

    [Fact]
    public async Task RemoteFailure_ThatTheApplicationOnlyWatches_IsAnswered()
    {
        int watched = 0;

        TestArrival arrival = await CancelAsync(options => options.Events.OnRemoteFailure = _ =>
        {
            watched++;
            return Task.CompletedTask;
        });

        arrival.Location.Should().Be(LinkingService.Error("access_denied", Denied));
        watched.Should().Be(1);
    }

    /// <summary>The application may say better what it was.</summary>
    [Fact]
    public async Task RemoteFailure_ThatTheApplicationReplaces_IsWhatItSays()
    {
        TestArrival arrival = await CancelAsync(options => options.Events.OnRemoteFailure = context =>
        {
            context.Failure = new UserCancelledException { Provider = "Acme" };
            return Task.CompletedTask;
        });

        arrival.Location.Should().Be(LinkingService.Error("access_denied", "The user cancelled linking."));
    }

    [Fact]
    public async Task RemoteFailure_ThatThrowsALinkError_IsThatError()
    {
        TestArrival arrival = await CancelAsync(options => options.Events.OnRemoteFailure = _ => throw new UserCancelledException { Provider = "Acme" });

        arrival.Location.Should().Be(LinkingService.Error("access_denied", "The user cancelled linking."));
    }

    /// <summary>The user left a scope out: only the application knows which ones it cannot do without.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Event_ThatThrowsALinkError_IsThatError(bool isTicketReceived)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address, options =>
        {
            if (isTicketReceived)
            {
                options.Events.OnTicketReceived = _ => throw new RequiredScopesNotGrantedException { Scopes = ["email"] };
            }
            else
            {
                options.Events.OnCreatingTicket = _ => throw new RequiredScopesNotGrantedException { Scopes = ["email"] };
            }
        });
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        RemoteLoginTests.ShouldReturn(app, arrival, "required_scopes_not_granted", "access_denied", "Not all of the required permissions were granted.");
    }

    /// <summary>Events that come from DI for each request, and override instead of calling the delegates.</summary>
    [Theory]
    [InlineData(ServiceLifetime.Singleton, false)]
    [InlineData(ServiceLifetime.Scoped, false)]
    [InlineData(ServiceLifetime.Transient, false)]
    [InlineData(ServiceLifetime.Scoped, true)]
    public async Task EventsType_IsAskedFirst_AndItsRestIsAnswered(ServiceLifetime lifetime, bool isHandled)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync("cancel");
        await using TestApp app = await LinkingService.StartAsync(
            provider.Address,
            options => options.EventsType = typeof(OverridingEvents),
            builder => builder.Services.Add(ServiceDescriptor.Describe(typeof(OverridingEvents), typeof(OverridingEvents), lifetime)));
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(
            LinkingService.GetStart(app),
            url => isHandled && url.AbsolutePath == LinkingService.Callback ? new Uri(QueryHelpers.AddQueryString(url.AbsoluteUri, "handle", "1")) : url);

        if (isHandled)
        {
            arrival.Body.Should().Be("handled by the application");
            return;
        }

        RemoteLoginTests.ShouldReturn(app, arrival, "access_denied", "access_denied", Denied);
    }

    /// <summary>A fault of the provider loses the properties; the state still has them.</summary>
    [Fact]
    public async Task EventsInstance_ThatOverrides_StillReturnsToTheClient()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync(token: "[]");
        await using TestApp app = await LinkingService.StartAsync(provider.Address, options => options.Events = new OverridingEvents());
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        RemoteLoginTests.ShouldReturn(app, arrival, "provider_api_error", "server_error", "Acme could not be reached or answered unexpectedly.");
    }

    /// <summary>The application may know the dialect of the callback, which has no endpoint.</summary>
    [Fact]
    public async Task SetLinkErrors_InAnEvent_ChoosesTheDialect()
    {
        TestArrival arrival = await CancelAsync(options => options.Events.OnRemoteFailure = context =>
        {
            context.HttpContext.SetLinkErrors(dialect: "junction");
            return Task.CompletedTask;
        });

        arrival.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        arrival.Location.Should().Be("https://one.example/cb?state=error&error_type=access_denied&error=The%20request%20was%20denied.");
    }

    [Fact]
    public async Task Callback_SaidToBeAnApi_AnswersInJson()
    {
        TestArrival arrival = await CancelAsync(options => options.Events.OnRemoteFailure = context =>
        {
            context.HttpContext.SetLinkErrors(LinkEndpointKind.Api);
            return Task.CompletedTask;
        });

        arrival.Location.Should().BeNull();
        arrival.Body.Should().Be("""{"error":"access_denied","error_description":"The request was denied."}""");
    }

    private static async Task<TestArrival> CancelAsync(Action<OAuthOptions> configure)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync("cancel");
        await using TestApp app = await LinkingService.StartAsync(provider.Address, configure);
        using TestBrowser browser = new();
        return await browser.GoAsync(LinkingService.GetStart(app));
    }
}
