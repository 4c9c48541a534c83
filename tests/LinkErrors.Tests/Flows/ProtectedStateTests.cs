using System.Net;
using System.Text;
using System.Xml.Linq;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Flows;

/// <summary>Where a protected state may speak, and what becomes of one that may not, or not any more.</summary>
public sealed class ProtectedStateTests
{
    private const string Denied = "?error=access_denied&error_description=The%20request%20was%20denied.";
    private const string Fallback = "https://ui.example.org/error";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["LinkErrors:Clients:one:RedirectUris:0"] = "https://one.example/cb",
        ["LinkErrors:Clients:two:RedirectUris:0"] = "https://two.example/cb",
    };

    private static readonly KeyValuePair<string, string?>[] WithFallback = [.. Settings, new("LinkErrors:FallbackRedirectUri", Fallback)];

    /// <summary>A service that cannot have made a protected state treats none as protected: each is the client's own (RFC 6749 §4.1.2.1).</summary>
    [Theory]
    [InlineData("le.x")]
    [InlineData("le.")]
    [InlineData("le.CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task MarkedState_WithoutDataProtection_IsTheClientsOwn(string state)
    {
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings);
        using FormUrlEncodedContent form = new([new("client_id", "one"), new("state", state)]);

        using HttpResponseMessage asked = await app.Client.GetAsync($"/?client_id=one&state={state}");
        using HttpResponseMessage posted = await app.Client.PostAsync("/", form);
        using HttpResponseMessage returned = await app.Client.GetAsync($"/?error=access_denied&state={state}");

        GetLocation(asked).Should().Be($"https://one.example/cb{Denied}&state={state}");
        GetLocation(posted).Should().Be($"https://one.example/cb{Denied}&state={state}");
        GetLocation(returned).Should().BeNull();
        app.Log.Own.Should().NotContain(entry => entry.Level > LogLevel.Information);
    }

    /// <summary>The state of one flow never reaches the client that somebody names beside it; the operator's page gets the error alone.</summary>
    [Theory]
    [InlineData("expired", "?error=access_denied&client_id=two")]
    [InlineData("expired", "?client_id=two")]
    [InlineData("expired", "?redirect_uri=https://two.example/cb")]
    [InlineData("expired", "?code=x&client_id=two&redirect_uri=https://two.example/cb")]
    [InlineData("expired", "?error=access_denied")]
    [InlineData("tampered", "?error=access_denied&client_id=two")]
    [InlineData("tampered", "?client_id=two")]
    [InlineData("tampered", "?error=access_denied")]
    [InlineData("cut", "?client_id=two")]
    [InlineData("longer", "?client_id=two")]
    [InlineData("former-key", "?client_id=two")]
    [InlineData("former-key", "?redirect_uri=https://two.example/cb")]
    [InlineData("former-key", "?error=access_denied&client_id=two")]
    [InlineData("foreign", "?error=access_denied&client_id=two")]
    [InlineData("foreign", "?code=x&client_id=two")]
    [InlineData("removed-client", "?error=access_denied&client_id=two")]
    [InlineData("removed-client", "?client_id=two")]
    [InlineData("removed-client", "?redirect_uri=https://two.example/cb")]
    [InlineData("removed-uri", "?error=access_denied&client_id=two")]
    [InlineData("removed-uri", "?client_id=two")]
    public async Task RefusedState_BesideAnotherClient_EndsTheSearchAndIsNeverEchoed(string fault, string query)
    {
        foreach (bool isPosted in (bool[])[false, true])
        {
            foreach (bool hasFallback in (bool[])[false, true])
            {
                ManualTime time = new();
                await using TestApp app = await StartAsync(hasFallback ? WithFallback : Settings, time);
                string state = await MakeAsync(app, fault);
                time.Advance(fault == "expired" ? TimeSpan.FromMinutes(16) : TimeSpan.Zero);

                using HttpResponseMessage response = await SendAsync(app, $"{query}&state={state}", isPosted);

                string answer = $"{GetLocation(response)} {await response.Content.ReadAsStringAsync()}";
                answer.Should().NotContain(state[..20]).And.NotContain("two.example").And.NotContain("state=");
                (GetLocation(response)?.StartsWith(Fallback, StringComparison.Ordinal) ?? false).Should().Be(hasFallback);
                app.Log.Own.Should().NotContain(entry => entry.Level > LogLevel.Information);
            }
        }
    }

    /// <summary>RFC 6749 §4.1.1: the state of an authorization request is the client's, even where it is a protected one of ours or of a peer.</summary>
    [Theory]
    [InlineData("good", "?client_id=one&redirect_uri=https://one.example/cb")]
    [InlineData("good", "?client_id=one")]
    [InlineData("good", "?redirect_uri=https://one.example/cb")]
    [InlineData("foreign", "?client_id=one&redirect_uri=https://one.example/cb")]
    [InlineData("foreign", "?client_id=one")]
    [InlineData("foreign-tampered", "?client_id=one")]
    [InlineData("unprotected", "?client_id=one")]
    [InlineData("no-base64", "?client_id=one")]
    [InlineData("short", "?client_id=one")]
    public async Task State_OfAnAuthorizationRequest_IsTheClientsOwn(string kind, string query)
    {
        foreach (bool isPosted in (bool[])[false, true])
        {
            await using TestApp app = await StartAsync(Settings);
            string state = await MakeAsync(app, kind);

            using HttpResponseMessage response = await SendAsync(app, $"{query}&state={state}", isPosted);

            GetLocation(response).Should().Be($"https://one.example/cb{Denied}&state={state}");
            app.Log.Own.Should().NotContain(entry => entry.Level > LogLevel.Information);
        }
    }

    /// <summary>RFC 6749 §4.1.2: what comes back brings a code or an error, and its state is the one that was sent.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("&error=access_denied")]
    [InlineData("&code=x")]
    [InlineData("&error=access_denied&client_id=one")]
    [InlineData("&code=x&client_id=one&redirect_uri=https://one.example/cb")]
    public async Task GoodState_OfACallback_SpeaksWhateverStandsBesideIt(string query)
    {
        foreach (bool isPosted in (bool[])[false, true])
        {
            await using TestApp app = await StartAsync(Settings);
            string state = await MakeAsync(app, "good");

            using HttpResponseMessage response = await SendAsync(app, $"?state={state}{query}", isPosted);

            GetLocation(response).Should().Be($"https://two.example/cb{Denied}&state=mine");
        }
    }

    /// <summary>Where the application has read the state itself, its word counts, whatever the request looks like.</summary>
    [Fact]
    public async Task GoodState_ThatTheApplicationRead_SpeaksBesideAClient()
    {
        await using TestApp app = await StartAsync(Settings, map: app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", async (HttpContext context, LinkFlowFactory flows, ILinkStateProtector protector) =>
            {
                context.SetLinkFlow(await flows.CreateAsync(protector.Unprotect(context.Request.Query["state"])));
                throw new AccessDeniedException();
            }).WithLinkErrors(LinkEndpointKind.Interactive);
        });
        string state = await MakeAsync(app, "good");

        using HttpResponseMessage response = await app.Client.GetAsync($"/?client_id=one&state={state}");

        GetLocation(response).Should().Be($"https://two.example/cb{Denied}&state=mine");
    }

    /// <summary>Nobody can say what such a state was, so no place is safe; it is the operator's fault, not a forgery.</summary>
    [Theory]
    [InlineData("?error=access_denied")]
    [InlineData("?client_id=one")]
    public async Task State_WithAnUnreadableKeyRing_IsOneErrorThatNamesItAndNoRedirect(string query)
    {
        await using TestApp former = await StartAsync(Settings);
        string state = await MakeAsync(former, "good");
        BrokenRepository keys = new() { IsBroken = true };
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, WithFallback, builder => AddKeys(builder, keys));

        for (int times = 0; times < 3; times++)
        {
            using HttpResponseMessage response = await app.Client.GetAsync($"/{query}&state={state}");

            GetLocation(response).Should().BeNull();
        }

        LogEntry error = app.Log.Own.Should().ContainSingle(entry => entry.Level >= LogLevel.Warning, "whoever sends states does not fill the log").Subject;
        error.Level.Should().Be(LogLevel.Error);
        error.Text.Should().Contain("key ring");
        error.Exception!.ToString().Should().Contain(BrokenRepository.Message, "the operator needs the cause");
    }

    /// <summary>Keys may be far away: whoever sends states must not make their place busy, and where it cannot be reached nobody's state is echoed.</summary>
    [Fact]
    public async Task ForeignStates_OneAfterTheOther_ReadTheKeysOnce()
    {
        BrokenRepository keys = new();
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings, builder => AddKeys(builder, keys));
        string state = await MakeAsync(app, "foreign");
        using HttpResponseMessage first = await SendAsync(app, $"?client_id=one&state={state}", isPosted: false);
        int reads = keys.Reads;

        for (int times = 0; times < 10; times++)
        {
            using HttpResponseMessage response = await SendAsync(app, $"?client_id=one&state={state}", isPosted: false);
        }

        keys.Reads.Should().BeLessThanOrEqualTo(reads + 10, "Data Protection itself reads them again for a key that it does not know, in its first minutes");
    }

    [Fact]
    public async Task ForeignState_WhereTheKeysAreGoneLater_IsNotEchoed()
    {
        BrokenRepository keys = new();
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings, builder => AddKeys(builder, keys));
        string state = await MakeAsync(app, "foreign");
        await MakeAsync(app, "good");
        keys.IsBroken = true;

        using HttpResponseMessage response = await SendAsync(app, $"?client_id=one&state={state}", isPosted: false);

        GetLocation(response).Should().BeNull();
    }

    /// <summary>An application that reads the state itself learns the same: it is not the browser's fault.</summary>
    [Fact]
    public async Task Unprotect_WithAnUnreadableKeyRing_IsNotAnInvalidState()
    {
        await using TestApp former = await StartAsync(Settings);
        string state = await MakeAsync(former, "good");
        BrokenRepository keys = new() { IsBroken = true };
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings, builder => AddKeys(builder, keys));
        ILinkStateProtector protector = app.Services.GetRequiredService<ILinkStateProtector>();

        protector.Invoking(it => it.Unprotect(state)).Should().Throw<ServerErrorException>().Which.DebugMessage.Should().Contain("key ring");
        protector.Invoking(it => it.Protect(new LinkFlowRequest())).Should().Throw<ServerErrorException>().Which.DebugMessage.Should().Contain("key ring");

        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "KeyRingUnreadable");
    }

    [Fact]
    public async Task ForgedState_WithAReadableKeyRing_IsNoError()
    {
        await using TestApp app = await TestApp.StartAsync(ThrowAccessDenied, Settings, builder => AddKeys(builder, new BrokenRepository()));

        using HttpResponseMessage response = await app.Client.GetAsync("/?error=access_denied&state=le.forged");

        GetLocation(response).Should().BeNull();
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "StateRefused" && entry.Exception == null);
        app.Log.Own.Should().NotContain(entry => entry.Level > LogLevel.Information);
    }

    private static Task<TestApp> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, TimeProvider? time = null, Action<WebApplication>? map = null) =>
        TestApp.StartAsync(map ?? ThrowAccessDenied, settings, builder =>
        {
            builder.Services.AddSingleton(time ?? TimeProvider.System);
            AddKeys(builder, new BrokenRepository());
        });

    private static void AddKeys(WebApplicationBuilder builder, IXmlRepository keys)
    {
        builder.Services.AddDataProtection().SetApplicationName("test");
        builder.Services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = null;
        });
    }

    private static async Task<string> MakeAsync(TestApp app, string kind)
    {
        if (kind.StartsWith("foreign", StringComparison.Ordinal))
        {
            await using TestApp peer = await StartAsync(Settings);
            return await MakeAsync(peer, kind == "foreign" ? "good" : "tampered");
        }

        string state = app.Services.GetRequiredService<ILinkStateProtector>().Protect(kind switch
        {
            "removed-client" => new LinkFlowRequest { ClientId = "former", State = "mine" },
            "removed-uri" => new LinkFlowRequest { ClientId = "one", RedirectUri = "https://one.example/former", State = "mine" },
            _ => new LinkFlowRequest { ClientId = "two", State = "mine" },
        });
        if (kind == "former-key")
        {
            // As it happens every few months.
            app.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        }

        return kind switch
        {
            "unprotected" => "le." + new string('x', 60),
            "no-base64" => "le." + new string('~', 60),
            "short" => "le.CfDJ8",
            "tampered" or "former-key" => string.Concat(state.AsSpan(0, 60), state[60] == 'A' ? "B" : "A", state.AsSpan(61)),
            "cut" => state[..^5],
            "longer" => state + "A",
            _ => state,
        };
    }

    /// <summary>The parameters in the query, or all of them in a form.</summary>
    private static async Task<HttpResponseMessage> SendAsync(TestApp app, string query, bool isPosted)
    {
        if (!isPosted)
        {
            return await app.Client.GetAsync("/" + query);
        }

        using StringContent form = new(query[1..], Encoding.ASCII, "application/x-www-form-urlencoded");
        return await app.Client.PostAsync("/", form);
    }

    private static string? GetLocation(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Location", out var values))
        {
            ((int)response.StatusCode).Should().BeInRange(400, 599);
            return null;
        }

        response.StatusCode.Should().BeOneOf(HttpStatusCode.Found, HttpStatusCode.SeeOther);
        return values.ToString();
    }

    private static void ThrowAccessDenied(WebApplication app)
    {
        app.UseLinkErrors();
        app.Map("/", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
    }

    /// <summary>Keys in memory, until they cannot be read.</summary>
    private sealed class BrokenRepository : IXmlRepository
    {
        public const string Message = "the volume of the keys is not mounted";

        private readonly List<XElement> _elements = [];

        public bool IsBroken { get; set; }

        public int Reads { get; private set; }

        public IReadOnlyCollection<XElement> GetAllElements()
        {
            Reads++;
            return IsBroken ? throw new IOException(Message) : [.. _elements];
        }

        public void StoreElement(XElement element, string friendlyName) => _elements.Add(element);
    }
}
