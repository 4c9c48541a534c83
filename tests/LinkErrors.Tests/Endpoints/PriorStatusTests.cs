using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Endpoints;

/// <summary>
/// ASP.NET Core skips the handler of an endpoint that has filters when the response has an error status already
/// (dotnet/aspnetcore#60659), as on a path that was run again for an error. Our filter must not bring that about.
/// </summary>
public sealed class PriorStatusTests
{
    [Theory]
    [InlineData("/text?status=500", 500, "page of 500")]
    [InlineData("/text?status=400", 400, "page of 400")]
    [InlineData("/text?status=404", 404, "page of 404")]
    [InlineData("/async?status=500", 500, "page of 500")]
    [InlineData("/direct?status=503", 503, "page of 503")]
    [InlineData("/written?status=503", 503, "page of 503")]
    [InlineData("/filtered?status=500", 500, "page of 500")]

    // The handler's own status goes before the former one, an error that it returns included.
    [InlineData("/ok?status=500", 200, "fine")]
    [InlineData("/returned?status=500", 404, "\"error\":\"invalid_request\"")]

    // A request that cannot be bound never reaches a handler, whatever the status was before.
    [InlineData("/bound?status=400&number=x", 400, "\"error\":\"invalid_request\"")]
    [InlineData("/bound?status=500&number=x", 400, "\"error\":\"invalid_request\"")]
    [InlineData("/bound?status=500&number=7", 500, "number 7")]
    public async Task Handler_WithAnErrorStatusFromBefore_RunsAsWithoutUs(string path, int status, string body)
    {
        await using TestApp app = await TestApp.StartAsync(Map);

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        ((int)response.StatusCode).Should().Be(status);
        (await response.Content.ReadAsStringAsync()).Should().Contain(body);
    }

    [Fact]
    public async Task ErrorPage_OfTheExceptionHandler_IsShown()
    {
        await using TestApp app = await TestApp.StartAsync(web =>
        {
            web.UseExceptionHandler("/error");
            web.UseRouting();
            web.UseLinkErrors();
            web.MapGet("/broken", static string () => throw new InvalidOperationException("broken"));
            web.MapGet("/error", (HttpContext context) => $"own page of {context.Response.StatusCode}").WithLinkErrors(LinkEndpointKind.Interactive);
        });

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/broken", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).Should().Be("own page of 500");
    }

    private static void Map(WebApplication app)
    {
        app.UseLinkErrors();
        app.Use((context, next) =>
        {
            context.Response.StatusCode = int.Parse(context.Request.Query["status"]!, System.Globalization.CultureInfo.InvariantCulture);
            return next(context);
        });
        app.UseRouting();
        app.MapGet("/text", (HttpContext context) => $"page of {context.Response.StatusCode}").WithLinkErrors();
        app.MapGet("/async", async (HttpContext context) =>
        {
            await Task.Yield();
            return $"page of {context.Response.StatusCode}";
        }).WithLinkErrors();
        app.MapGet("/direct", (HttpContext context) => context.Response.WriteAsync($"page of {context.Response.StatusCode}")).WithLinkErrors();
        app.MapGet("/written", static async context => await context.Response.WriteAsync($"page of {context.Response.StatusCode}")).WithLinkErrors();
        app.MapGet("/filtered", (HttpContext context) => $"page of {context.Response.StatusCode}")
            .WithLinkErrors()
            .AddEndpointFilter((context, next) => next(context));
        app.MapGet("/ok", () => Results.Ok("fine")).WithLinkErrors();
        app.MapGet("/returned", () => Results.NotFound()).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/bound", (int number) => $"number {number}").WithLinkErrors(LinkEndpointKind.Api);
    }
}
