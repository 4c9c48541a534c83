using System.Diagnostics.CodeAnalysis;
using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Hubs;
using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Order;

/// <summary>UseLinkErrors in the places where applications put it, and what comes of it.</summary>
public sealed class MiddlewareOrderTests
{
    private static readonly Dictionary<string, Action<WebApplication>> Orders = new(StringComparer.Ordinal)
    {
        ["behind UseRouting"] = app => app.UseRouting().UseLinkErrors(),
        ["twice"] = app => app.UseLinkErrors().UseLinkErrors().UseRouting(),
        ["in a branch of UseWhen"] = app => app.UseWhen(static context => context.Request.Path.StartsWithSegments("/link", StringComparison.Ordinal), static branch => branch.UseLinkErrors()).UseRouting(),
        ["behind UsePathBase"] = app => app.UsePathBase("/app").UseLinkErrors().UseRouting(),
        ["in front of UsePathBase"] = app => app.UseLinkErrors().UsePathBase("/app").UseRouting(),
        ["behind UseExceptionHandler"] = app => UseHostPage(app).UseLinkErrors().UseRouting(),
        ["in front of UseExceptionHandler"] = app => UseHostPage(app.UseLinkErrors()).UseRouting(),
        ["behind UseDeveloperExceptionPage"] = app => app.UseDeveloperExceptionPage().UseLinkErrors().UseRouting(),
        ["in front of UseDeveloperExceptionPage"] = app => app.UseLinkErrors().UseDeveloperExceptionPage().UseRouting(),
        ["behind UseStatusCodePagesWithReExecute"] = app => app.UseStatusCodePagesWithReExecute("/status").UseLinkErrors().UseRouting(),
        ["in front of UseStatusCodePagesWithReExecute"] = app => app.UseLinkErrors().UseStatusCodePagesWithReExecute("/status").UseRouting(),
    };

    [Theory]
    [InlineData("behind UseRouting", "400 JSON `link_token_expired`", "404 JSON `not_found`")]
    [InlineData("twice", "400 JSON `link_token_expired`", "404 JSON `not_found`")]
    [InlineData("in a branch of UseWhen", "400 JSON `link_token_expired`", "404 JSON `not_found`")]
    [InlineData("behind UsePathBase", "400 JSON `link_token_expired`", "404 JSON `not_found`")]
    [InlineData("in front of UsePathBase", "400 JSON `link_token_expired`", "404 JSON `not_found`")]
    [InlineData("behind UseExceptionHandler", "400 JSON `link_token_expired`", "404 JSON `not_found`")]
    [InlineData("in front of UseExceptionHandler", "500 the host's page", "404 JSON `not_found`")]
    [InlineData("behind UseDeveloperExceptionPage", "400 JSON `link_token_expired`", "404 JSON `not_found`")]
    [InlineData("in front of UseDeveloperExceptionPage", "500 other text/plain", "404 JSON `not_found`")]
    [InlineData("behind UseStatusCodePagesWithReExecute", "400 JSON `link_token_expired`", "404 JSON `not_found`")]
    [InlineData("in front of UseStatusCodePagesWithReExecute", "400 JSON `link_token_expired`", "404 the host's page")]
    public async Task UseLinkErrors_AnywhereInThePipeline_AnswersSo(string order, string thrown, string bare)
    {
        await using TestApp app = await StartAsync(Orders[order], endpoints =>
        {
            endpoints.MapGet("/link/thrown", string () => throw HostEndpoints.Expired).WithLinkErrors(LinkEndpointKind.Api);
            endpoints.MapGet("/link/bare", static context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }).WithLinkErrors(LinkEndpointKind.Api);
            endpoints.Map("/status", () => Results.Text(HostAnswer.HostPage));
        });

        (await GetAsync(app, "/link/thrown")).Words.Should().Be(thrown);
        (await GetAsync(app, "/link/bare")).Words.Should().Be(bare);
        app.Log.Own.Count(entry => entry.EventId.Name == "LinkErrorAnswered").Should().Be((thrown.StartsWith("400", StringComparison.Ordinal) ? 1 : 0) + (bare.Contains("JSON", StringComparison.Ordinal) ? 1 : 0));
    }

    /// <summary>What stands behind the endpoints answers for none of them, whatever they are built with; it is said once.</summary>
    [Theory]
    [InlineData("/links/thrown", nameof(LinksApiController))]
    [InlineData("/links/rendered", "/Links/Index")]
    [InlineData("/hub", "/hub")]
    [InlineData("/proxied", "application")]
    [SuppressMessage("Usage", "ASP0014", Justification = "Only endpoints that are mapped so can be in front of a middleware.")]
    public async Task UseLinkErrors_BehindTheEndpoints_IsNamedOnce(string path, string endpoint)
    {
        await using TestApp app = await StartAsync(
            app => app.UseRouting().UseEndpoints(endpoints =>
            {
                endpoints.MapControllers();
                endpoints.MapRazorPages();
                endpoints.MapHub<LinkHub>("/hub").WithLinkErrors();
                endpoints.MapReverseProxy().WithLinkErrors();
            }).UseLinkErrors(),
            _ => { });

        await GetAsync(app, path);
        await GetAsync(app, path);

        await app.DisposeAsync();
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "MiddlewareBehindEndpoints").Which.Text.Should().Match($"*the link endpoint *{endpoint}* has not passed*");
    }

    private static IApplicationBuilder UseHostPage(IApplicationBuilder app) =>
        app.UseExceptionHandler(static handler => handler.Run(static context => context.Response.WriteAsync(HostAnswer.HostPage)));

    private static Task<TestApp> StartAsync(Action<WebApplication> use, Action<WebApplication> map) => TestApp.StartAsync(
        app =>
        {
            use(app);
            map(app);
        },
        HostFlow.Settings,
        builder =>
        {
            builder.Services.AddRazorPages().ConfigureApplicationPartManager(ControllerParts.Only<LinksApiController>);
            builder.Services.AddSignalR();
            HostProxy.AddTo(builder, destinations: []);
            builder.Services.AddLinkErrors().AddMvcErrors();
        });

    private static async Task<HostAnswer> GetAsync(TestApp app, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using HttpResponseMessage response = await app.Client.SendAsync(request);
        return await HostAnswer.ReadAsync(response);
    }
}
