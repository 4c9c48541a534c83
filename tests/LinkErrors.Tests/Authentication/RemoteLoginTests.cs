using System.Net;
using System.Net.Sockets;
using LinkErrors.Diagnostics;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Authentication;

/// <summary>
/// The framework's own AddOAuth against a provider over loopback. In every case the browser ends at the registered target of
/// the client that began, with its state, or on a page; never on a blank 500.
/// </summary>
public sealed class RemoteLoginTests
{
    private const string NotReachable = "Acme could not be reached or answered unexpectedly.";
    private const string Reported = "Acme reported an error.";

    [Fact]
    public async Task Login_ThatSucceeds_IsLeftAlone()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        arrival.Should().Be(new TestArrival(HttpStatusCode.OK, null, "linked"));
    }

    // RFC 6749 §4.1.2.1: what the authorization endpoint says. LinkedIn and Apple have codes of their own for Cancel.
    [Theory]
    [InlineData("cancel", "access_denied", "access_denied", "The request was denied.")]
    [InlineData("user_cancelled_login", "access_denied", "access_denied", "The request was denied.")]
    [InlineData("user_cancelled_authorize", "access_denied", "access_denied", "The request was denied.")]
    [InlineData("invalid-scope", "invalid_scope", "invalid_scope", "The requested scope is unknown, malformed or not allowed.")]
    [InlineData("login_required", "login_required", "login_required", "The user must sign in.")]
    [InlineData("made_up", "provider_error", "server_error", Reported)]
    [InlineData("down", "temporarily_unavailable", "temporarily_unavailable", "The service is temporarily unavailable.")]
    [InlineData("server_error", "provider_api_error", "server_error", NotReachable)]
    [InlineData("no-code", "callback_code_missing", "invalid_request", "The code parameter is required but missing.")]
    public async Task AuthorizationResponse_ThatFails_ReturnsToTheClient(string authorize, string code, string wireCode, string text)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync(authorize);
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        ShouldReturn(app, arrival, code, wireCode, text);
    }

    // RFC 6749 §5.2: what the token endpoint says, and what no token endpoint should.
    [Theory]
    [InlineData("invalid_grant", "provider_error", Reported)]
    [InlineData("invalid_client", "provider_error", Reported)]
    [InlineData("500", "provider_api_error", NotReachable)]
    [InlineData("503-json", "temporarily_unavailable", "The service is temporarily unavailable.")]
    [InlineData("502-html", "provider_api_error", NotReachable)]
    [InlineData("drop", "provider_api_error", NotReachable)]
    [InlineData("<html>not JSON</html>", "provider_api_error", NotReachable)]
    [InlineData("", "provider_api_error", NotReachable)]
    [InlineData("[]", "provider_api_error", NotReachable)]
    [InlineData("null", "provider_api_error", NotReachable)]
    [InlineData("{}", "provider_api_error", NotReachable)]
    [InlineData("""{"access_token":{"nested":1},"expires_in":"soon"}""", "ok", null)]
    public async Task TokenResponse_ThatFails_ReturnsToTheClient(string token, string code, string? text)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync(token: token);
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        if (text is null)
        {
            arrival.Body.Should().Be("linked", "the handler takes what it can use");
            return;
        }

        ShouldReturn(app, arrival, code, code == "temporarily_unavailable" ? code : "server_error", text);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("502-html")]
    [InlineData("drop")]
    public async Task UserInfo_ThatFails_ReturnsToTheClient(string userInfo)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync(userInfo: userInfo);
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        ShouldReturn(app, arrival, "provider_api_error", "server_error", NotReachable);
    }

    /// <summary>What the application does with a ticket is outside of what a handler guards, and its faults are not the provider's.</summary>
    [Theory]
    [InlineData("ticket")]
    [InlineData("creating")]
    [InlineData("file")]
    public async Task Fault_OfTheApplication_ReturnsToTheClientAsServerError(string where)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address, options =>
        {
            options.Events.OnTicketReceived = where == "ticket" ? _ => throw new InvalidOperationException("hunter2") : options.Events.OnTicketReceived;
            options.Events.OnCreatingTicket = where switch
            {
                "creating" => _ => throw new InvalidOperationException("hunter2", new TimeoutException()),
                "file" => _ => throw new FileNotFoundException("hunter2"),
                _ => options.Events.OnCreatingTicket,
            };
        });
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        arrival.Location.Should().StartWith($"{LinkingService.Target}?error=server_error&error_description=").And.NotContain("hunter2").And.EndWith("&state=" + Uri.EscapeDataString(LinkingService.State));
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "UnexpectedExceptionAnswered");
    }

    [Fact]
    public async Task Provider_ThatIsDown_ReturnsToTheClient()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address, options => options.TokenEndpoint = $"http://127.0.0.1:{FindClosedPort()}/token");
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        ShouldReturn(app, arrival, "provider_api_error", "server_error", NotReachable);
    }

    [Fact]
    public async Task Provider_ThatDoesNotAnswerInTime_ReturnsToTheClient()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync(token: "hang");
        await using TestApp app = await LinkingService.StartAsync(provider.Address, options => options.BackchannelTimeout = TimeSpan.FromMilliseconds(100));
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        ShouldReturn(app, arrival, "provider_api_error", "server_error", NotReachable);
    }

    /// <summary>The properties say where to, but the browser is not the one that began, or has lost its cookie.</summary>
    [Fact]
    public async Task CorrelationCookie_ThatIsLost_ReturnsToTheClient()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync();
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app), url =>
        {
            if (url.AbsolutePath == LinkingService.Callback)
            {
                browser.ForgetCookies();
            }

            return url;
        });

        ShouldReturn(app, arrival, "callback_state_invalid", "invalid_request", "The state parameter does not belong to this flow.");
    }

    /// <summary>Nobody knows the flow any more, not even when the provider says no: the user is told on a page.</summary>
    [Theory]
    [InlineData("approve", "state", "forged")]
    [InlineData("approve", "state", null)]
    [InlineData("approve", "state", "")]
    [InlineData("cancel", "state", "forged")]
    [InlineData("cancel", "state", null)]
    public async Task State_ThatIsBadOrMissing_EndsOnAPage(string authorize, string name, string? value)
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync(authorize);
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app), url => url.AbsolutePath == LinkingService.Callback ? Change(url, name, value) : url);

        arrival.Location.Should().BeNull();
        arrival.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        arrival.Body.Should().StartWith("<!DOCTYPE html>").And.Contain("We lost track of this attempt");
        ShouldBeLogged(app, "callback_state_invalid");
    }

    /// <summary>A callback of nobody, as a crawler sends it: still an answer of ours.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("?code=x")]
    [InlineData("?error=access_denied")]
    [InlineData("?state=a&state=b&code=x")]
    public async Task Callback_OutOfTheBlue_EndsOnAPage(string query)
    {
        await using TestApp app = await LinkingService.StartAsync(new Uri("http://127.0.0.1:1"));
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(new Uri(app.Client.BaseAddress!, LinkingService.Callback + query));

        arrival.Should().BeEquivalentTo(new { StatusCode = HttpStatusCode.BadRequest, Location = (string?)null });
    }

    /// <summary>RFC 6749 §5.2 texts of the provider are for the log: they are not ours to publish.</summary>
    [Fact]
    public async Task ProviderTexts_AreLoggedOnOneLine_AndNeverSent()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync("made_up");
        await using TestApp app = await LinkingService.StartAsync(provider.Address);
        using TestBrowser browser = new();

        TestArrival arrival = await browser.GoAsync(LinkingService.GetStart(app));

        (arrival.Location + arrival.Body).Should().NotContain("Hunter2").And.NotContain("made_up");
        LogEntry answered = app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "LinkErrorAnswered" || entry.EventId.Name == "FailureAnswered").Which;
        answered.Text.Should().Contain("Scheme 'acme'").And.Contain("made_up").And.Contain("Hunter2 <b>\\u000D\\u000Aline").And.NotContain("\n");
        answered.Should().BeEquivalentTo(new { Level = LogLevel.Warning, Exception = (Exception?)null }, "an expected failure is one line without a stack");
    }

    [Fact]
    public void ProviderAnswer_OfAnException_KeepsItsThreePartsApart()
    {
        InvalidOperationException failure = new("outer", new InvalidOperationException("inner")
        {
            Data = { ["error"] = "invalid_grant", ["error_description"] = "Expired", ["error_uri"] = "https://provider.example/e" },
        });

        LinkErrors.Authentication.ProviderAnswer.Read(failure)!.ToOrigin()
            .Should().Be(new LinkErrorOrigin("oauth", "invalid_grant", "Expired") { WireUri = "https://provider.example/e" });
        LinkErrors.Authentication.ProviderAnswer.Read(new InvalidGrantException()).Should().BeNull();
    }

    /// <summary>OpenID Connect's handler has words for a member that is not there; nobody said them.</summary>
    [Fact]
    public void ProviderAnswer_OfAnExceptionWithWordsForAbsentMembers_HasNone()
    {
        InvalidOperationException failure = new("Message contains error: 'bad', error_description: 'error_description is null', error_uri: 'error_uri is null', status code '400'.")
        {
            Data = { ["error"] = "bad", ["error_description"] = "error_description is null", ["error_uri"] = "error_uri is null" },
        };

        LinkErrors.Authentication.ProviderAnswer answer = LinkErrors.Authentication.ProviderAnswer.Read(failure)!;

        answer.ToOrigin().Should().Be(new LinkErrorOrigin("oauth", "bad", wireText: null));
        LogText.Describe(new ProviderErrorException("Scheme 'acme'", failure)).Should().Be("provider_error: Scheme 'acme' <- InvalidOperationException: Message contains error: 'bad', status code '400'.");
    }

    internal static void ShouldReturn(TestApp app, TestArrival arrival, string code, string wireCode, string text)
    {
        arrival.Location.Should().Be(LinkingService.Error(wireCode, text));
        arrival.StatusCode.Should().Be(HttpStatusCode.Found);
        ShouldBeLogged(app, code);
    }

    private static void ShouldBeLogged(TestApp app, string code) =>
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "LinkErrorAnswered" || entry.EventId.Name == "FailureAnswered")
            .Which.Text.Should().Contain($"link error {code} with");

    private static Uri Change(Uri url, string name, string? value)
    {
        Dictionary<string, string?> query = QueryHelpers.ParseQuery(url.Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
        query.Remove(name);
        if (value is not null)
        {
            query[name] = value;
        }

        return new Uri(QueryHelpers.AddQueryString(url.GetLeftPart(UriPartial.Path), query));
    }

    private static int FindClosedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
