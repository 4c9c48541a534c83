using System.Net;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Authentication;

/// <summary>An application that signs its own people in with one scheme, and links accounts with another: the library has no say in the first.</summary>
public sealed class RemoteLoginSelectionTests
{
    private const string Own = "the application's own error page: ";

    /// <summary>The same answer as without the library, wherever the login fails.</summary>
    [Theory]
    [InlineData("cancel", null, false)]
    [InlineData("made_up", null, false)]
    [InlineData("no-code", null, false)]
    [InlineData("approve", "invalid_grant", false)]
    [InlineData("approve", "drop", false)]
    [InlineData("approve", null, true)]
    public async Task SignIn_OfTheApplication_FailsAsWithoutTheLibrary(string authorize, string? token, bool losesCookies)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync(authorize, token ?? "ok");

        TestArrival without = await SignInAsync(provider, services => _ = services, losesCookies);
        TestArrival unnamed = await SignInAsync(provider, services => services.AddLinkErrors().AddRemoteLoginErrors(), losesCookies);
        TestArrival named = await SignInAsync(provider, services => services.AddLinkErrors().AddRemoteLoginErrors("garmin"), losesCookies);

        without.Body.Should().StartWith(Own);
        without.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        unnamed.Should().Be(without);
        named.Should().Be(without);
    }

    [Fact]
    public async Task SignIn_WithItsOwnRemoteFailure_IsLeftToIt()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync("cancel");

        TestArrival arrival = await SignInAsync(
            provider,
            services =>
            {
                services.AddLinkErrors().AddRemoteLoginErrors("garmin");
                services.Configure<OAuthOptions>("company", options => options.Events.OnRemoteFailure = context =>
                {
                    context.HandleResponse();
                    return context.Response.WriteAsync("handled by the application");
                });
            },
            losesCookies: false);

        arrival.Body.Should().Be("handled by the application");
    }

    /// <summary>The other half: in the same application, the login of a link is answered, named or not.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("garmin")]
    public async Task Link_BesideASignIn_ReturnsToTheClient(string name)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync("cancel");
        await using TestApp app = await StartAsync(provider, services => services.AddLinkErrors().AddRemoteLoginErrors(name.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(new Uri(app.Client.BaseAddress!, "link"));

        arrival.Location.Should().Be(LinkingService.Error("access_denied", "The request was denied."));
    }

    [Theory]
    [InlineData("typo", "*names the scheme typo, which does not exist,*Remote schemes are: company, garmin.*Correct the name*SetLinkFlow*")]
    [InlineData("cookie", "*names the scheme cookie, whose handler, CookieAuthenticationHandler, does not derive from RemoteAuthenticationHandler,*")]
    [InlineData("Garmin", "*names the scheme Garmin, which does not exist,*")]
    public async Task Name_OfNoRemoteScheme_IsAWarningAtTheStart(string name, string text)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await StartAsync(provider, services => services.AddLinkErrors().AddRemoteLoginErrors("garmin", name).AddRemoteLoginErrors(name));

        app.Log.Own.Where(entry => entry.EventId.Name == "RemoteSchemeUnknown").Should().ContainSingle()
            .Which.Should().Match<LogEntry>(entry => entry.Level == LogLevel.Warning).And.Subject.As<LogEntry>().Text.Should().Match(text);
    }

    [Fact]
    public async Task Names_OfRemoteSchemes_AreNoWarning()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await StartAsync(provider, services => services.AddLinkErrors().AddRemoteLoginErrors("garmin", "company"));

        app.Log.Own.Should().NotContain(entry => entry.EventId.Name == "RemoteSchemeUnknown");
    }

    private static async Task<TestArrival> SignInAsync(OAuthProvider provider, Action<IServiceCollection> configure, bool losesCookies)
    {
        await using TestApp app = await StartAsync(provider, configure);
        using TestBrowser browser = new();
        return await browser.GoAsync(new Uri(app.Client.BaseAddress!, "sign-in"), url =>
        {
            if (losesCookies && url.AbsolutePath == "/signin-company")
            {
                browser.ForgetCookies();
            }

            return url;
        });
    }

    private static Task<TestApp> StartAsync(OAuthProvider provider, Action<IServiceCollection> configure) => TestApp.StartAsync(
        app =>
        {
            app.UseExceptionHandler(error => error.Run(context =>
                context.Response.WriteAsync(Own + context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error.GetType().Name)));
            app.UseAuthentication();
            app.UseLinkErrors();
            app.MapGet("/sign-in", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/" }, ["company"]));
            app.MapGet("/link", () =>
            {
                AuthenticationProperties properties = new() { RedirectUri = "/" };
                properties.SetLinkFlow(new LinkFlowRequest { ClientId = "one", RedirectUri = LinkingService.Target, State = LinkingService.State });
                return Results.Challenge(properties, ["garmin"]);
            }).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/", () => "signed in");
        },
        [new("LinkErrors:Clients:one:RedirectUris:0", LinkingService.Target)],
        builder =>
        {
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            AuthenticationBuilder schemes = builder.Services.AddAuthentication("cookie").AddCookie("cookie");
            foreach (string name in (string[])["company", "garmin"])
            {
                schemes.AddOAuth(name, name, options =>
                {
                    options.ClientId = "service";
                    options.ClientSecret = "secret";
                    options.CallbackPath = "/signin-" + name;
                    options.AuthorizationEndpoint = new Uri(provider.Address, "authorize").AbsoluteUri;
                    options.TokenEndpoint = new Uri(provider.Address, "token").AbsoluteUri;
                    options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.None;
                });
            }

            configure(builder.Services);
        });
}
