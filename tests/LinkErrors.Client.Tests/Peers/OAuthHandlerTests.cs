using System.Net;
using LinkErrors.Client.Tests.Hosts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Client.Tests.Peers;

/// <summary>ASP.NET Core's own OAuth handler reads what the oauth dialect writes, on the callback and at the token endpoint.</summary>
public sealed class OAuthHandlerTests(PeerHost peer) : IClassFixture<PeerHost>
{
    [Theory]
    [InlineData("redirect/login_required", "login_required")]
    [InlineData("redirect/temporarily_unavailable", "temporarily_unavailable")]
    [InlineData("redirect/provider_api_error", "server_error")]
    public async Task Callback_OfTheOAuthDialect_IsReadByTheFramework(string path, string error)
    {
        using HttpClient browser = Browser();
        using HttpResponseMessage redirect = await browser.GetAsync(new Uri(peer.Address, $"/oauth/{path}?client_id=test&state=x"));
        string query = redirect.Headers.Location!.Query;

        (string failure, _) = await SignInAsync(state => query.Replace("state=x", "state=" + state, StringComparison.Ordinal), "json/unused");

        failure.Should().Contain(error).And.Contain(PeerHost.HelpUri, "the handler reads error_uri too");
    }

    [Theory]
    [InlineData("invalid_grant")]
    [InlineData("invalid_client")]
    [InlineData("unsupported_grant_type")]
    public async Task TokenResponse_OfTheOAuthDialect_IsReadByTheFramework(string code)
    {
        (string failure, string? errorData) = await SignInAsync(state => $"?code=abc&state={state}", "json/" + code);

        failure.Should().Contain("OAuth token endpoint failure: " + code).And.Contain(PeerHost.HelpUri);
        errorData.Should().Be(code);
    }

    private static HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    /// <summary>A sign-in up to the callback, and the failure that the handler reports of it.</summary>
    private async Task<(string Failure, string? Error)> SignInAsync(Func<string, string> callbackQuery, string tokenPath)
    {
        TaskCompletionSource<Exception> failed = new();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddAuthentication("cookie").AddCookie("cookie").AddOAuth("peer", options =>
        {
            options.ClientId = "test";
            options.ClientSecret = "secret";
            options.AuthorizationEndpoint = new Uri(peer.Address, "/authorize").ToString();
            options.TokenEndpoint = new Uri(peer.Address, "/oauth/" + tokenPath).ToString();
            options.CallbackPath = "/cb";
            options.Events.OnRemoteFailure = context =>
            {
                failed.TrySetResult(context.Failure!);
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
        await using WebApplication app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/login", (HttpContext context) => context.ChallengeAsync("peer"));
        await app.StartAsync();
        using HttpClient browser = Browser();
        Uri address = new(app.Urls.First());

        using HttpResponseMessage challenge = await browser.GetAsync(new Uri(address, "/login"));
        challenge.StatusCode.Should().Be(HttpStatusCode.Redirect);
        string state = challenge.Headers.Location!.Query.Split('&').Single(pair => pair.StartsWith("state=", StringComparison.Ordinal))["state=".Length..];
        // The correlation cookie is Secure, so over plain loopback it is handed back by hand.
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, "/cb" + callbackQuery(state)));
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", challenge.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        using HttpResponseMessage callback = await browser.SendAsync(request);

        Exception failure = await failed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return (failure.Message, failure.Data["error"] as string ?? failure.InnerException?.Data["error"] as string);
    }
}
