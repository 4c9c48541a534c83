using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Flows;

/// <summary>Which flow an error belongs to, source by source.</summary>
public sealed class LinkFlowTests
{
    private const string Fallback = "https://ui.example.org?code=access_denied&title=Access%20denied&message=The%20request%20was%20denied.#error";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["LinkErrors:Clients:one:RedirectUris:0"] = "https://one.example/cb",
        ["LinkErrors:Clients:two:RedirectUris:0"] = "https://two.example/cb",
        ["LinkErrors:Clients:two:RedirectUris:1"] = "https://two.example/other",
        ["LinkErrors:Clients:zap:RedirectUris:0"] = "https://zap.example/cb",
        ["LinkErrors:Clients:zap:Dialect"] = "zapier",
    };

    [Theory]
    // RFC 6749 §4.1.2.1: the client and its redirect URI must be known and fit.
    [InlineData("client_id=one&redirect_uri=https://one.example/cb&state=s", "https://one.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=s")]
    [InlineData("client_id=zap&redirect_uri=https://zap.example/cb&state=s", "https://zap.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=s")]
    // RFC 6749 §3.1.2.3: one registered URI may be left out, of several one must be named.
    [InlineData("client_id=one&state=s", "https://one.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=s")]
    [InlineData("client_id=two&state=s", null)]
    // A request without a client is found by its redirect URI.
    [InlineData("redirect_uri=https://two.example/other", "https://two.example/other?error=access_denied&error_description=The%20request%20was%20denied.")]
    [InlineData("redirect_uri=https://two.example/unknown", null)]
    // The redirect URI of another client is nobody's.
    [InlineData("client_id=one&redirect_uri=https://two.example/cb", null)]
    [InlineData("client_id=unknown&redirect_uri=https://one.example/cb", null)]
    // RFC 6749 §3.1: no parameter twice; an empty one counts as absent.
    [InlineData("client_id=one&client_id=one&redirect_uri=https://one.example/cb", null)]
    [InlineData("client_id=one&redirect_uri=https://one.example/cb&redirect_uri=https://evil.example", null)]
    [InlineData("client_id=one&redirect_uri=https://one.example/cb&state=a&state=b", null)]
    [InlineData("client_id=one&redirect_uri=https://one.example/cb&state=", "https://one.example/cb?error=access_denied&error_description=The%20request%20was%20denied.")]
    // The state returns byte for byte; bytes that are no UTF-8 cannot.
    [InlineData("client_id=one&state=a%2Bb+c%26%3D%23%25", "https://one.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=a%2Bb%20c%26%3D%23%25")]
    [InlineData("client_id=one&state=%00%0D%0A%F0%9F%98%80", "https://one.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=%00%0D%0A%F0%9F%98%80")]
    [InlineData("client_id=one&state=%FF", null)]
    [InlineData("client_id=one&state=%ED%A0%80", null)]
    [InlineData("", null)]
    public async Task Request_OfAClient_ReturnsToItsTargetOrStaysHere(string query, string? expected)
    {
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings);

        using HttpResponseMessage response = await app.Client.GetAsync($"/?{query}");

        ShouldLeadTo(response, expected);
    }

    [Fact]
    public async Task Request_InAForm_ReturnsToItsTargetWith303()
    {
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings);
        using FormUrlEncodedContent form = new([new("client_id", "one"), new("redirect_uri", "https://one.example/cb"), new("state", "a+b")]);

        using HttpResponseMessage response = await app.Client.PostAsync("/", form);

        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        response.Headers.NonValidated["Location"].Should().Equal("https://one.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=a%2Bb");
    }

    /// <summary>An upload is not read on the way to an error; authorization requests are short forms (RFC 6749 appendix B).</summary>
    [Fact]
    public async Task Request_InAMultipartForm_IsNotLookedFor()
    {
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings);
        using MultipartFormDataContent form = new() { { new StringContent("one"), "client_id" } };

        using HttpResponseMessage response = await app.Client.PostAsync("/", form);

        ShouldLeadTo(response, null);
    }

    /// <summary>RFC 9110 §11.4: a scheme is followed by its credentials. One word may be a bare token, which is nobody else's business.</summary>
    [Theory]
    [InlineData("Basic abc", "Basic realm=\"link\"")]
    [InlineData("secrettoken", null)]
    public async Task FailedClient_IsChallengedInItsSchemeButNeverWithItsToken(string authorization, string? expected)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", string () => throw new InvalidClientException());
        });
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        (response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out System.Net.Http.Headers.HeaderStringValues values) ? values.ToString() : null).Should().Be(expected);
    }

    [Fact]
    public async Task ApplicationFlow_GoesBeforeTheRequest()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", async (HttpContext context, LinkFlowFactory flows) =>
                {
                    context.SetLinkFlow(await flows.CreateAsync(new LinkFlowRequest { ClientId = "two", RedirectUri = "https://two.example/other", State = "mine" }));
                    context.GetLinkFlow()!.ClientId.Should().Be("two");
                    throw new AccessDeniedException();
                });
            },
            Settings);

        using HttpResponseMessage response = await app.Client.GetAsync("/?client_id=one&state=s");

        ShouldLeadTo(response, "https://two.example/other?error=access_denied&error_description=The%20request%20was%20denied.&state=mine");
    }

    [Fact]
    public async Task AuthenticationProperties_CarryTheFlowOfARemoteLogin()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string (HttpContext context) =>
                {
                    AuthenticationProperties properties = new();
                    properties.SetLinkFlow(new LinkFlowRequest { ClientId = "one", State = "s" });
                    context.Features.Set(properties);
                    throw new AccessDeniedException();
                });
            },
            Settings);

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        ShouldLeadTo(response, "https://one.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=s");
    }

    [Theory]
    [InlineData(true, "https://one.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=s")]
    [InlineData(false, null)]
    public async Task ProtectedState_ComingBackFromTheProvider_IsTheFlowWhileItIsGood(bool isGood, string? expected)
    {
        ManualTime time = new();
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        });
        string state = app.Services.GetRequiredService<ILinkStateProtector>().Protect(new LinkFlowRequest { ClientId = "one", State = "s" });
        time.Advance(isGood ? TimeSpan.FromMinutes(14) : TimeSpan.FromMinutes(16));

        using HttpResponseMessage response = await app.Client.GetAsync($"/?error=access_denied&state={state}");

        ShouldLeadTo(response, expected);
        app.Log.Entries.Any(entry => entry.EventId.Name == "StateRefused" && entry.Text.Contains("session_expired", StringComparison.Ordinal)).Should().Be(!isGood);
    }

    /// <summary>What was registered when the flow began may be gone when it comes back.</summary>
    [Fact]
    public async Task ProtectedState_OfARemovedRedirectUri_HasNoTarget()
    {
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings, builder => builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider());
        string state = app.Services.GetRequiredService<ILinkStateProtector>()
            .Protect(new LinkFlowRequest { ClientId = "one", RedirectUri = "https://one.example/former" });

        using HttpResponseMessage response = await app.Client.GetAsync($"/?state={state}");

        ShouldLeadTo(response, null);
    }

    /// <summary>The fallback is the operator's: it gets the error, but not the state of a client that was refused.</summary>
    [Theory]
    [InlineData("", Fallback)]
    [InlineData("client_id=one&redirect_uri=https://evil.example&state=secret", Fallback)]
    public async Task Fallback_WithoutATarget_GetsTheErrorWithoutTheState(string query, string expected)
    {
        await using TestApp app = await TestApp.StartAsync(
            ThrowAccessDenied,
            [.. Settings, new("LinkErrors:FallbackRedirectUri", "https://ui.example.org#error"), new("LinkErrors:Dialect", "orcidlink")]);

        using HttpResponseMessage response = await app.Client.GetAsync($"/?{query}");

        ShouldLeadTo(response, expected);
    }

    [Theory]
    [InlineData(typeof(InvalidRedirectUriException))]
    [InlineData(typeof(InvalidClientException))]
    [InlineData(typeof(RedirectUriMissingException))]
    [InlineData(typeof(CallbackUrlInvalidException))]
    public async Task ErrorThatDoubtsTheTarget_IsNeverSentThere(Type exception)
    {
        // RFC 6749 §4.1.2.1: the user is told, the redirect URI is not.
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw (Exception)Activator.CreateInstance(exception, [null, null])!).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            Settings);

        using HttpResponseMessage response = await app.Client.GetAsync("/?client_id=one");

        response.Headers.Contains("Location").Should().BeFalse();
        ((int)response.StatusCode).Should().BeInRange(400, 499);
    }

    /// <summary>RFC 9700 §4.11.2: who follows it to the letter lists what may be redirected.</summary>
    [Fact]
    public async Task RedirectOnly_NamesTheErrorsThatAreRedirected()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                RouteGroupBuilder group = app.MapGroup("").WithLinkErrors(LinkEndpointKind.Interactive);
                group.MapGet("/denied", string () => throw new AccessDeniedException());
                group.MapGet("/scope", string () => throw new InvalidScopeException());
            },
            [.. Settings, new("LinkErrors:RedirectOnly:0", "access_denied")]);

        using HttpResponseMessage denied = await app.Client.GetAsync("/denied?client_id=one");
        using HttpResponseMessage scope = await app.Client.GetAsync("/scope?client_id=one");

        denied.StatusCode.Should().Be(HttpStatusCode.Found);
        scope.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Reload_ChangesTheTargets_AndAWrongOneChangesNothing()
    {
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings);
        IConfigurationRoot configuration = (IConfigurationRoot)app.Services.GetRequiredService<IConfiguration>();

        configuration["LinkErrors:Clients:one:RedirectUris:0"] = "https://one.example/new";
        configuration.Reload();

        using HttpResponseMessage former = await app.Client.GetAsync("/?client_id=one&redirect_uri=https://one.example/cb");
        using HttpResponseMessage current = await app.Client.GetAsync("/?client_id=one&redirect_uri=https://one.example/new");
        former.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        current.StatusCode.Should().Be(HttpStatusCode.Found);

        configuration["LinkErrors:Clients:one:RedirectUris:0"] = "javascript:alert(1)";
        configuration.Invoking(it => it.Reload()).Should().Throw<AggregateException>("the options monitor of the host throws into the reload");

        using HttpResponseMessage after = await app.Client.GetAsync("/?client_id=one&redirect_uri=https://one.example/new");
        after.StatusCode.Should().Be(HttpStatusCode.Found, "the last good settings stay in force");
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "SettingsRefused");
    }

    [Fact]
    public async Task Store_ThatThrows_LeadsToALocalAnswerEvenWithAFallback()
    {
        await using TestApp app = await TestApp.StartAsync(
            ThrowAccessDenied,
            [new("LinkErrors:FallbackRedirectUri", "https://ui.example.org")],
            builder => builder.Services.AddSingleton<ILinkClientStore>(new FaultyStore((_, _) => throw new InvalidOperationException("database is down"))));

        using HttpResponseMessage response = await app.Client.GetAsync("/?client_id=one");

        ShouldLeadTo(response, null);
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "FlowSourceFailed" && entry.Level == LogLevel.Error);
    }

    /// <summary>One store honours the token, the other does not even look at it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Store_ThatIsSlow_LeadsToALocalAnswerWhenTheTimeIsUp(bool honoursToken)
    {
        ManualTime time = new();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddSingleton<ILinkClientStore>(new FaultyStore(async (_, cancellationToken) =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, honoursToken ? cancellationToken : CancellationToken.None);
                return null;
            }));
        });

        Task<HttpResponseMessage> request = app.Client.GetAsync("/?client_id=one");
        await asked.Task;
        using HttpResponseMessage response = await time.AdvanceUntilAsync(request, TimeSpan.FromSeconds(2));

        ShouldLeadTo(response, null);
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "FlowSourceTooSlow");
    }

    private static void ThrowAccessDenied(WebApplication app)
    {
        app.UseLinkErrors();
        app.Map("/", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
    }

    private static void ShouldLeadTo(HttpResponseMessage response, string? expected)
    {
        if (expected is null)
        {
            ((int)response.StatusCode).Should().BeInRange(400, 499);
            response.Headers.Contains("Location").Should().BeFalse();
            return;
        }

        response.StatusCode.Should().Be(HttpStatusCode.Found);
        response.Headers.NonValidated["Location"].Should().Equal(expected);
        BrowserUrl.ShouldLeadTo(expected, expected);
    }

    private sealed class FaultyStore(Func<string, CancellationToken, ValueTask<LinkClient?>> find) : ILinkClientStore
    {
        public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken) => find(clientId, cancellationToken);

        public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) => find(redirectUri, cancellationToken);
    }
}
