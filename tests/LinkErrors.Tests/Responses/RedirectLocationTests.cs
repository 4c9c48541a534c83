using System.Globalization;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Responses;

/// <summary>The URL of a redirect: the registered one, the parameters of the dialect, and nothing that either did not say.</summary>
public sealed class RedirectLocationTests
{
    private const int Unlimited = int.MaxValue;

    /// <summary>RFC 9207 for the issuer. The client has an identifier that no key of the configuration can be.</summary>
    [Theory]
    [InlineData("https://app.example/client.json")]
    [InlineData("urn:example:app")]
    public async Task Create_WithTheOptionsInForce_GivesWhatIsSent(string clientId)
    {
        LinkError error = new(LinkErrorDefinitions.InvalidRequest) { Message = new string('m', 600), State = "xyz" };
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.MapGet("/sent", () => TypedResults.LinkError(error)).WithLinkErrors(LinkEndpointKind.Interactive, "oauth");
                app.MapGet("/made", (IOptionsMonitor<LinkErrorsOptions> options) => RedirectLocation.Create(Target(), error, LinkErrorDialects.OAuth, options.CurrentValue));
            },
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["LinkErrors:Clients:mcp:ClientId"] = clientId,
                ["LinkErrors:Clients:mcp:RedirectUris:0"] = Target().Uri,
                ["LinkErrors:Issuer"] = "https://issuer.example",
                ["LinkErrors:ErrorUriBase"] = "https://docs.example.org/errors",
                ["LinkErrors:MaximumUrlLength"] = "300",
            });

        string? sent = (await LabAnswer.AskAsync(app.Client, $"/sent?state=xyz&client_id={Uri.EscapeDataString(clientId)}&redirect_uri={Uri.EscapeDataString(Target().Uri)}", HttpMethod.Get)).Location;

        sent.Should().StartWith(Target().Uri).And.Contain("iss=").And.Contain("error_uri=").And.HaveLength(300);
        (await LabAnswer.AskAsync(app.Client, "/made", HttpMethod.Get)).Body.Should().Be(sent);
    }

    [Fact]
    public void Create_WithoutOneOfItsArguments_Refuses()
    {
        LinkError error = new(LinkErrorDefinitions.InvalidRequest);
        LinkErrorsOptions options = new();
        Action[] calls =
        [
            () => RedirectLocation.Create(null!, error, LinkErrorDialects.OAuth, options),
            () => RedirectLocation.Create(Target(), null!, LinkErrorDialects.OAuth, options),
            () => RedirectLocation.Create(Target(), error, null!, options),
            () => RedirectLocation.Create(Target(), error, LinkErrorDialects.OAuth, null!),
        ];

        calls.Select(call => (Record.Exception(call) as ArgumentNullException)?.ParamName).Should().Equal("target", "error", "dialect", "options");
    }

    /// <summary>
    /// RFC 6749 §3.1.2: the registered query stays. No parameter twice, so the dialect's replaces a registered one; the
    /// fragment of an operator's target stays behind the query.
    /// </summary>
    [Theory]
    [InlineData("https://a.example/cb", "https://a.example/cb?error=E%20F&state=S")]
    [InlineData("https://a.example", "https://a.example?error=E%20F&state=S")]
    [InlineData("https://a.example/", "https://a.example/?error=E%20F&state=S")]
    [InlineData("https://a.example/cb?", "https://a.example/cb?error=E%20F&state=S")]
    [InlineData("https://a.example/cb?&", "https://a.example/cb?&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?&a=1&&b=2&", "https://a.example/cb?&a=1&&b=2&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?a=1", "https://a.example/cb?a=1&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?a=1&", "https://a.example/cb?a=1&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?a", "https://a.example/cb?a&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?a=", "https://a.example/cb?a=&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?=1", "https://a.example/cb?=1&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?b=2&a=1&b=2", "https://a.example/cb?b=2&a=1&b=2&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?q=x+y%20z%2fZ%2F~%7e!$'()*,;:@/?", "https://a.example/cb?q=x+y%20z%2fZ%2F~%7e!$'()*,;:@/?&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?return=https://b.example/?error=1", "https://a.example/cb?return=https://b.example/?error=1&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?error=old", "https://a.example/cb?error=E%20F&state=S")]
    [InlineData("https://a.example/cb?error", "https://a.example/cb?error=E%20F&state=S")]
    [InlineData("https://a.example/cb?error=1&a=1&state=2&error=3", "https://a.example/cb?a=1&error=E%20F&state=S")]
    [InlineData("https://a.example/cb?%65rror=old&st%61te=old", "https://a.example/cb?error=E%20F&state=S")]
    [InlineData("https://a.example/cb?Error=1&errors=2&error_x=3", "https://a.example/cb?Error=1&errors=2&error_x=3&error=E%20F&state=S")]
    [InlineData("https://a.example/error=1&state=2", "https://a.example/error=1&state=2?error=E%20F&state=S")]
    [InlineData("https://a.example#frag", "https://a.example?error=E%20F&state=S#frag")]
    [InlineData("https://a.example#orcidlink/error", "https://a.example?error=E%20F&state=S#orcidlink/error")]
    [InlineData("https://a.example/cb?a=1#f?error=1&x", "https://a.example/cb?a=1&error=E%20F&state=S#f?error=1&x")]
    [InlineData("https://a.example/cb?#f", "https://a.example/cb?error=E%20F&state=S#f")]
    [InlineData("https://a.example/cb#", "https://a.example/cb?error=E%20F&state=S#")]
    [InlineData("com.example.app:/cb", "com.example.app:/cb?error=E%20F&state=S")]
    [InlineData("http://127.0.0.1:49152/cb", "http://127.0.0.1:49152/cb?error=E%20F&state=S")]
    public void Build_OnAnyTarget_AddsTheParametersAndKeepsTheRest(string target, string location)
    {
        RedirectLocation.Build(RedirectTarget.ForFallback(target), Parameters("E F", state: "S"), Unlimited).Should().Be(location);
    }

    /// <summary>Every character comes back as it was; a space is <c>%20</c>, because <c>+</c> has corrupted states in real systems.</summary>
    [Theory]
    [InlineData("a b", "a%20b")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a&b=c#d?e", "a%26b%3Dc%23d%3Fe")]
    [InlineData("100%", "100%25")]
    [InlineData("%20", "%2520")]
    [InlineData("\r\nSet-Cookie: a=b", "%0D%0ASet-Cookie%3A%20a%3Db")]
    [InlineData("\0\u007f", "%00%7F")]
    [InlineData("-._~", "-._~")]
    [InlineData("ü€😀", "%C3%BC%E2%82%AC%F0%9F%98%80")]
    [InlineData("\u2028", "%E2%80%A8")]
    public void Build_OfAnyValue_EscapesAllButUnreservedCharacters(string value, string escaped)
    {
        string location = RedirectLocation.Build(Target(), Parameters(value, state: value), Unlimited);

        location.Should().Be($"https://a.example/cb?error={escaped}&state={escaped}");
    }

    /// <summary>Half a surrogate pair has no encoding; it must not throw either.</summary>
    [Fact]
    public void Build_OfALoneSurrogate_ReplacesIt()
    {
        RedirectLocation.Build(Target(), Parameters("x\ud800y", state: "\udc00"), Unlimited).Should().Be("https://a.example/cb?error=x%EF%BF%BDy&state=%EF%BF%BD");
    }

    [Fact]
    public void Build_OfAbsentValues_LeavesThemOut()
    {
        LinkErrorParameters parameters = [];
        parameters.Add("error", "e");
        parameters.Add("state", null);
        parameters.AddText("error_description", "");

        RedirectLocation.Build(Target(), parameters, Unlimited).Should().Be("https://a.example/cb?error=e");
    }

    [Theory]
    [InlineData("https://a.example/cb?a=1")]
    [InlineData("https://a.example/cb?a=1#f")]
    public void Build_WithoutParameters_IsTheTarget(string target)
    {
        RedirectLocation.Build(RedirectTarget.ForFallback(target), [], Unlimited).Should().Be(target);
    }

    /// <summary>What people see as one character, in UTF-16 code units of every kind.</summary>
    private static readonly string[] AllElements =
    [
        "a",
        " ",
        "ü",
        "e\u0301",
        "e\u0301\u0302\u0323",
        "😀",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "👍🏽",
        "각",
        "\r\n",
    ];

    public static TheoryData<string> Elements => [.. AllElements];

    [Theory]
    [MemberData(nameof(Elements))]
    public void Build_OfALongMessage_ShortensItBetweenWholeCharacters(string element)
    {
        ArgumentNullException.ThrowIfNull(element);
        string text = string.Concat(Enumerable.Repeat(element, 3000));
        for (int maximum = 2000; maximum < 2048; maximum++)
        {
            LinkErrorParameters parameters = Parameters("code", state: "the state", text);

            string location = RedirectLocation.Build(Target(), parameters, maximum);
            LinkErrorParameters sent = LinkErrorParameters.Parse(location[location.IndexOf('?', StringComparison.Ordinal)..]);
            string message = sent.Find("error_description")!;

            location.Length.Should().BeLessThanOrEqualTo(maximum).And.BeGreaterThan(maximum - Uri.EscapeDataString(element).Length, "no more is cut than must be");
            sent.Find("error").Should().Be("code");
            sent.Find("state").Should().Be("the state");
            message.Should().EndWith("...").And.NotContain("\uFFFD");
            string kept = message[..^3];
            text.Should().StartWith(kept);
            (kept.Length % element.Length).Should().Be(0, "a whole number of text elements is kept");
        }
    }

    [Fact]
    public void Build_OfAMessageThatJustFits_KeepsItWhole()
    {
        LinkErrorParameters parameters = Parameters("code", state: "s", "A message of some length.");
        string whole = RedirectLocation.Build(Target(), parameters, Unlimited);

        RedirectLocation.Build(Target(), parameters, whole.Length).Should().Be(whole);
        RedirectLocation.Build(Target(), parameters, whole.Length - 1).Should().HaveLength(whole.Length - 1).And.Contain("...&state=s");
    }

    /// <summary>
    /// Code and state are never touched: without them the other side cannot go on, a long URL it can at least try. Where they alone are
    /// over the limit, a text of some length does not decide it.
    /// </summary>
    [Theory]
    [InlineData(2040)]
    [InlineData(2048)]
    [InlineData(2898)]
    [InlineData(8192)]
    public void Build_OfALongState_KeepsItAndTheMessageWithinItsOwnBound(int length)
    {
        string state = new('s', length);
        string rest = $"https://a.example/cb?error=code&state={state}";

        RedirectLocation.Build(Target(), Parameters("code", state, "A message of some length."), 2048)
            .Should().Be($"https://a.example/cb?error=code&error_description=A%20message%20of%20some%20length.&state={state}");

        string location = RedirectLocation.Build(Target(), Parameters("code", state, new string('m', 3000)), 2048);

        location.Should().HaveLength(rest.Length + 256).And.EndWith($"mmm...&state={state}").And.StartWith("https://a.example/cb?error=code&error_description=mmm");
    }

    /// <summary>Where the limit can be held, it is.</summary>
    [Theory]
    [InlineData(2000)]
    [InlineData(2010)]
    public void Build_OfAStateThatLeavesNoRoom_DropsTheMessage(int length)
    {
        string state = new('s', length);

        RedirectLocation.Build(Target(), Parameters("code", state, "A message of some length."), 2048).Should().Be($"https://a.example/cb?error=code&state={state}");
    }

    /// <summary>Its fixed descriptions tell apart what its three codes do not.</summary>
    [Theory]
    [InlineData("link_token_invalid", "Invalid token")]
    [InlineData("link_token_expired", "Token expired")]
    [InlineData("invalid_target", "Resource does not match connect token")]
    [InlineData("invalid_app", "Invalid app")]
    [InlineData("user_not_found", "User not found")]
    [InlineData("session_initialization_failed", "Session initialization failed")]
    [InlineData("server_error", "An unexpected error occurred")]
    [InlineData("provider_error", "OAuth Failed")]
    public void Build_OfAFixedDescriptionOfZapier_NeverCutsIt(string code, string description)
    {
        for (int length = 150; length <= 260; length++)
        {
            LinkErrorParameters parameters = [];
            LinkErrorDialects.Zapier.WriteParameters(
                LinkErrorCatalog.Default.Resolve(code).CreateError() with { State = new string('s', length) }, LinkErrorWriteContext.Default, parameters);

            RedirectLocation.Build(Target(), parameters, 256).Should().Contain($"&error_description={Uri.EscapeDataString(description)}&state=sss");
        }
    }

    /// <summary>A message that was dropped still replaces what the target has under its name.</summary>
    [Fact]
    public void Build_OfADroppedMessage_DoesNotBringTheRegisteredOneBack()
    {
        string state = new('s', 2000);

        string location = RedirectLocation.Build(
            RedirectTarget.ForClient("https://a.example/cb?error_description=Success!"), Parameters("code", state, "A message."), 2048);

        location.Should().Be($"https://a.example/cb?error=code&state={state}");
    }

    [Fact]
    public void Build_WithoutAMessage_IsAsLongAsItMustBe()
    {
        string state = new('s', 3000);

        RedirectLocation.Build(Target(), Parameters("code", state), 2048).Should().Be($"https://a.example/cb?error=code&state={state}");
    }

    /// <summary>A dialect may send several texts; each keeps its own.</summary>
    [Theory]
    [InlineData(10, 5000)]
    [InlineData(5000, 10)]
    [InlineData(5000, 5000)]
    public void Build_OfSeveralTexts_ShortensEachByItself(int titleLength, int messageLength)
    {
        LinkErrorParameters parameters = [];
        parameters.AddText("title", new string('t', titleLength));
        parameters.Add("code", "code");
        parameters.AddText("message", new string('m', messageLength));

        string location = RedirectLocation.Build(Target(), parameters, 2048);
        LinkErrorParameters sent = LinkErrorParameters.Parse(location[location.IndexOf('?', StringComparison.Ordinal)..]);

        location.Length.Should().BeLessThanOrEqualTo(2048);
        sent.Find("code").Should().Be("code");
        (sent.Find("title") ?? "").Trim('.').Should().MatchRegex("^t*$");
        (sent.Find("message") ?? "").Trim('.').Should().MatchRegex("^m*$");
        if (titleLength == 10)
        {
            sent.Find("title").Should().Be("tttttttttt", "only what is long is shortened");
        }
    }

    /// <summary>The cut is where the runtime's own segmentation allows one, for texts that mix everything.</summary>
    [Fact]
    public void Build_OfAMixedMessage_CutsAtABoundaryOfTextElements()
    {
        string text = string.Concat(Enumerable.Repeat(string.Concat(AllElements), 60));
        HashSet<int> boundaries = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
        for (int maximum = 256; maximum < 2048; maximum += 7)
        {
            string location = RedirectLocation.Build(Target(), Parameters("code", state: null, text), maximum);
            string message = LinkErrorParameters.Parse(location[location.IndexOf('?', StringComparison.Ordinal)..]).Find("error_description")!;

            location.Length.Should().BeLessThanOrEqualTo(maximum);
            boundaries.Should().Contain(message.Length - 3);
            text.Should().StartWith(message[..^3]);
        }
    }

    private static RedirectTarget Target() => RedirectTarget.ForClient("https://a.example/cb");

    private static LinkErrorParameters Parameters(string error, string? state, string? text = null)
    {
        LinkErrorParameters parameters = [];
        parameters.Add("error", error);
        parameters.AddText("error_description", text);
        parameters.Add("state", state);
        return parameters;
    }
}
