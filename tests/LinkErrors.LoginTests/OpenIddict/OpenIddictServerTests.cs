using System.Net;
using Links;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server.AspNetCore;

namespace LinkErrors.LoginTests.OpenIddict;

/// <summary>An authorization server on OpenIddict: what it cannot send to a client is a page of ours, and what the application throws goes to the client.</summary>
public sealed class OpenIddictServerTests
{
    private const string Target = "https://client.example/cb";
    private const string Valid = "client_id=web&response_type=code&redirect_uri=https://client.example/cb&scope=openid&nonce=n&state=a%2Bb";

    // RFC 6749 §4.1.2.1: nobody is redirected for an unknown client, or to a redirect URI that is not registered.
    [Theory]
    [InlineData("client_id=nobody&response_type=code&redirect_uri=https://client.example/cb&scope=openid&nonce=n", "invalid_client", 401)]
    [InlineData("client_id=web&response_type=code&redirect_uri=https://evil.example/cb&scope=openid&nonce=n", "invalid_request", 400)]
    [InlineData("response_type=code", "invalid_request", 400)]
    public async Task Request_ThatTheServerRefuses_IsAPageThatSaysWhat(string query, string code, int status)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await SendAsync(app, query);
        string body = await response.Content.ReadAsStringAsync();

        ((int)response.StatusCode).Should().Be(status);
        response.Headers.Location.Should().BeNull();
        body.Should().StartWith("<!DOCTYPE html>").And.NotContain("ccess token").And.NotContain("sign in");
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "LinkErrorAnswered").Which.Text.Should().Contain($"link error {code} with").And.Contain("OpenIddict: ");
    }

    [Fact]
    public async Task Exception_OfTheApplication_GoesToTheClientWithItsState()
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await SendAsync(app, Valid);

        response.Headers.NonValidated["Location"].Should().Equal($"{Target}?error=access_denied&error_description=The%20user%20cancelled%20linking.&state=a%2Bb");
    }

    [Fact]
    public async Task TokenEndpoint_OfTheServer_StaysAsItIs()
    {
        await using TestApp app = await StartAsync();
        using FormUrlEncodedContent form = new([new("grant_type", "password")]);

        using HttpResponseMessage response = await app.Client.PostAsync(new Uri("/connect/token", UriKind.Relative), form);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("\"error\": \"unsupported_grant_type\"").And.Contain("ID20");
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        OpenIddictServerSample.MapEndpoints,
        [new("LinkErrors:Clients:web:RedirectUris:0", Target), new("LinkErrors:Clients:web:Dialect", "oauth")],
        builder =>
        {
            OpenIddictServerSample.AddServices(builder.Services);
            builder.Services.Configure<OpenIddictServerAspNetCoreOptions>(options => options.DisableTransportSecurityRequirement = true);
        });

    private static async Task<HttpResponseMessage> SendAsync(TestApp app, string query)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/connect/authorize?{query}") { Headers = { { "Accept", "text/html" }, { "Sec-Fetch-Mode", "navigate" } } };
        return await app.Client.SendAsync(request);
    }
}
