using LinkErrors.Exceptions;
using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Hubs;

/// <summary>A hub behind the library: what SignalR does by HTTP before a connection stands goes on as it was, and is answered where it fails.</summary>
public sealed class NegotiationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connection_BehindTheLibrary_IsNegotiatedAndUsed(bool isMarked)
    {
        await using TestApp app = await StartAsync(isMarked);
        await using HubConnection connection = new HubConnectionBuilder().WithUrl(new Uri(app.Client.BaseAddress!, "/hub")).Build();

        await connection.StartAsync();

        (await connection.InvokeAsync<string>(nameof(LinkHub.Echo), "ok")).Should().Be("ok");
    }

    [Theory]
    [InlineData("POST", "/hub/negotiate?negotiateVersion=1", "200 JSON of the host", "200 JSON of the host")]
    [InlineData("GET", "/hub/negotiate", "405 empty", "405 empty")]
    [InlineData("POST", "/secret/negotiate?negotiateVersion=1", "401 login page", "401 JSON `invalid_token`")]
    [InlineData("POST", "/broken/negotiate?negotiateVersion=1", "500 empty", "400 JSON `link_token_expired`")]
    [InlineData("GET", "/hub?id=nobody", "404 other text/plain", "404 other text/plain")]
    public async Task Negotiation_ThatFails_IsAnsweredWhereItIsMarked(string method, string path, string without, string with)
    {
        await using TestApp plain = await StartAsync(isMarked: null);
        await using TestApp marked = await StartAsync(isMarked: true);

        (await AskAsync(plain, method, path)).Words.Should().Be(without);
        (await AskAsync(marked, method, path)).Words.Should().Be(with);
    }

    private static async Task<HostAnswer> AskAsync(TestApp app, string method, string path)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using HttpResponseMessage response = await app.Client.SendAsync(request);
        return await HostAnswer.ReadAsync(response);
    }

    /// <param name="isMarked">Null for an application that does not use the library.</param>
    private static Task<TestApp> StartAsync(bool? isMarked) => TestApp.StartAsync(
        app =>
        {
            if (isMarked is not null)
            {
                app.UseLinkErrors();
            }

            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.Use(next => context => context.Request.Path.StartsWithSegments("/broken", StringComparison.Ordinal) ? throw new LinkTokenExpiredException() : next(context));
            IEndpointConventionBuilder[] hubs =
            [
                app.MapHub<LinkHub>("/hub"),
                app.MapHub<LinkHub>("/secret").RequireAuthorization(),
                app.MapHub<LinkHub>("/broken"),
            ];
            foreach (IEndpointConventionBuilder hub in isMarked == true ? hubs : [])
            {
                hub.WithLinkErrors(LinkEndpointKind.Api);
            }
        },
        HostFlow.Settings,
        builder =>
        {
            builder.Services.AddSignalR();
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => options.LoginPath = "/login");
            builder.Services.AddAuthorization();
        });
}
