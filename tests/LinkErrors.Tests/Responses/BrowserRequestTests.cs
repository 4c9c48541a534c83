using System.Net;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace LinkErrors.Tests.Responses;

/// <summary>What browsers and front ends say of a request, and what of it changes the way back to the client.</summary>
public sealed class BrowserRequestTests
{
    private const string Flow = "?client_id=c&redirect_uri=https%3A%2F%2Fc.example%2Fcb&state=s";

    // A script would follow the redirect to another origin, and the browser block it.
    [Fact]
    public async Task Htmx_OnAnInteractiveEndpoint_GetsTheLocationInItsOwnHeader()
    {
        using HttpResponseMessage response = await AskAsync("/denied" + Flow, ("HX-Request", "true"), ("Sec-Fetch-Mode", "cors"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.Location.Should().BeNull();
        response.Headers.GetValues("HX-Redirect").Should().ContainSingle().Which.Should().StartWith("https://c.example/cb?error=access_denied").And.EndWith("&state=s");
    }

    // Nobody has clicked yet: neither the error nor the state may reach the client. A browser keeps a success for the click, even one without content.
    [Theory]
    [InlineData("prefetch")]
    [InlineData("prefetch;prerender")]
    [InlineData("prefetch;anonymous-client-ip")]
    public async Task Navigation_AheadOfAClick_IsNotRedirected(string purpose)
    {
        using HttpResponseMessage response = await AskAsync("/denied" + Flow, ("Sec-Purpose", purpose), ("Sec-Fetch-Mode", "navigate"));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Headers.Location.Should().BeNull();
        response.Content.Headers.ContentLength.Should().Be(0);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    // What stays here is for nobody else, so there is nothing to hold back.
    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("application/json", "application/json")]
    public async Task Error_ThatStaysHereAheadOfAClick_HasItsBody(string accept, string type)
    {
        using HttpResponseMessage response = await AskAsync("/denied", ("Sec-Purpose", "prefetch"), ("Sec-Fetch-Mode", "navigate"), ("Accept", accept));

        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
        (await response.Content.ReadAsStringAsync()).Should().NotBeEmpty();
    }

    // RFC 9101 §5, RFC 9126 §4: the parameters are in the request object, and what stands beside it does not count.
    [Theory]
    [InlineData("&request=e30.e30.")]
    [InlineData("&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A1")]
    public async Task Request_WithARequestObject_HasNoTargetOfItsQuery(string parameter)
    {
        using HttpResponseMessage response = await AskAsync("/denied" + Flow + parameter, ("Accept", "text/html"));

        response.Headers.Location.Should().BeNull();
        (await response.Content.ReadAsStringAsync()).Should().Contain("<html");
    }

    // What the application read in it is said with SetLinkFlow, and counts.
    [Fact]
    public async Task Request_WithARequestObject_ReturnsToWhereTheApplicationSays()
    {
        await using TestApp app = await TestApp.StartAsync(
            web =>
            {
                web.UseLinkErrors();
                web.MapGet("/authorize", async (HttpContext context, LinkFlowFactory flows) =>
                {
                    LinkFlowRequest pushed = new() { ClientId = "one", RedirectUri = "https://one.example/pushed", State = "pushed" };
                    context.SetLinkFlow(await flows.CreateAsync(pushed, context.RequestAborted));
                    throw new Exceptions.AccessDeniedException();
                }).WithLinkErrors(LinkEndpointKind.Interactive, "oauth");
            },
            [new("LinkErrors:Clients:one:RedirectUris:0", "https://one.example/pushed"), new("LinkErrors:Clients:one:RedirectUris:1", "https://one.example/beside")]);

        using HttpResponseMessage response = await app.Client.GetAsync(
            new Uri("/authorize?client_id=one&redirect_uri=https://one.example/beside&state=beside&request_uri=urn%3Ax", UriKind.Relative));

        response.Headers.Location!.OriginalString.Should().StartWith("https://one.example/pushed?error=access_denied").And.EndWith("&state=pushed");
    }

    // Every local path of ASP.NET Core is one below the path base.
    [Fact]
    public async Task LoginPath_BehindAPathBase_IsBelowIt()
    {
        await using TestApp app = await TestApp.StartAsync(
            web =>
            {
                web.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedPrefix });
                web.UsePathBase("/tenant");
                web.UseRouting();
                web.UseLinkErrors();
                web.MapGet("/denied", static string () => throw new Exceptions.AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive, "centralauth");
            },
            [KeyValuePair.Create("LinkErrors:LoginPath", (string?)"/login")]);

        using HttpResponseMessage below = await app.Client.GetAsync(new Uri("/tenant/denied", UriKind.Relative));
        using HttpResponseMessage plain = await app.Client.GetAsync(new Uri("/denied", UriKind.Relative));

        using HttpRequestMessage request = new(HttpMethod.Get, "/denied") { Headers = { { "X-Forwarded-Prefix", "/public" } } };
        using HttpResponseMessage forwarded = await app.Client.SendAsync(request);

        forwarded.Headers.Location!.OriginalString.Should().StartWith("/public/login?");
        below.Headers.Location!.OriginalString.Should().StartWith("/tenant/login?");
        plain.Headers.Location!.OriginalString.Should().StartWith("/login?");
    }

    // A browser has no access token that could be invalid.
    [Fact]
    public async Task BareStatus401_OnAnInteractiveEndpoint_SaysThatNobodyIsSignedIn()
    {
        using HttpResponseMessage response = await AskAsync("/unauthorized", ("Accept", "text/html"));

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync()).Should().Contain("You need to sign in").And.NotContain("token");
    }

    private static async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        await using TestApp app = await TestApp.StartAsync(
            web =>
            {
                web.UseLinkErrors();
                web.MapGet("/denied", static string () => throw new Exceptions.AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
                web.MapGet("/unauthorized", context =>
                {
                    context.Response.StatusCode = 401;
                    return Task.CompletedTask;
                }).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            [KeyValuePair.Create("LinkErrors:Clients:c:RedirectUris:0", (string?)"https://c.example/cb")]);
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        HttpResponseMessage response = await app.Client.SendAsync(request);
        await response.Content.LoadIntoBufferAsync();
        return response;
    }
}
