using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Pipeline;

/// <summary>An error status without a body says nothing to the other side: on link endpoints it gets one.</summary>
public sealed class EmptyStatusTests
{
    [Theory]
    [InlineData("GET", "/link/status/401", 401, "invalid_token")]
    [InlineData("GET", "/link/status/404", 404, "invalid_request")]
    [InlineData("GET", "/link/status/429", 429, "temporarily_unavailable")]
    [InlineData("GET", "/link/status/503", 503, "temporarily_unavailable")]
    [InlineData("GET", "/link/status/507", 507, "server_error")]
    [InlineData("POST", "/link/status/404", 405, "invalid_request")]
    [InlineData("POST", "/link/json", 415, "invalid_request")]
    [InlineData("GET", "/link/number/x", 400, "invalid_request")]
    public async Task Status_OnALinkEndpoint_GetsABodyInTheDialect(string method, string path, int status, string code)
    {
        await using TestApp app = await StartAsync();

        using StringContent? content = method == "POST" ? new StringContent("a") : null;

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Parse(method), content);

        answer.Status.Should().Be(status);
        answer.Body.Should().StartWith($"{{\"error\":\"{code}\",");
        answer.Headers.Should().Contain("Cache-Control", "no-store");
    }

    [Fact]
    public async Task Method_ThatIsNotAllowed_StillSaysWhichAre()
    {
        await using TestApp app = await StartAsync();

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/link/status/404", HttpMethod.Delete);

        answer.Headers["Allow"].Should().Be("GET");
    }

    // RFC 9449 §8: the nonce for the next proof comes with a 400 too.
    [Fact]
    public async Task Nonce_ThatWasSet_Stays()
    {
        await using TestApp app = await StartAsync();

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/link/nonce", HttpMethod.Get);

        answer.Headers["DPoP-Nonce"].Should().Be("n-1");
        answer.Body.Should().Contain("invalid_request");
    }

    [Fact]
    public async Task Challenge_ThatWasSet_StaysTheOnlyOne()
    {
        await using TestApp app = await StartAsync();

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/link/challenge", HttpMethod.Get);

        answer.Headers["WWW-Authenticate"].Should().Be("Custom realm=\"a\"");
        answer.Body.Should().Contain("invalid_token");
    }

    [Theory]
    [InlineData("GET", "/other/404", 404, "")]
    [InlineData("POST", "/other/404", 405, "")]
    [InlineData("GET", "/nowhere", 404, "")]
    [InlineData("DELETE", "/link/own/plain/door", 405, "")]
    [InlineData("GET", "/link/written", 404, "mine")]
    [InlineData("GET", "/link/typed", 404, "")]
    [InlineData("GET", "/link/skipped", 404, "")]
    [InlineData("GET", "/link/disabled", 404, "")]
    [InlineData("GET", "/link/ok", 204, "")]
    public async Task Status_ThatIsNotOurs_StaysAsItIs(string method, string path, int status, string body)
    {
        await using TestApp app = await StartAsync();

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Parse(method));

        answer.Status.Should().Be(status);
        answer.Body.Should().Be(body);
        app.Log.Own.Should().BeEmpty();
    }

    [Fact]
    public async Task Status_OfAnInteractiveEndpoint_ReturnsToTheTarget()
    {
        await using TestApp app = await StartAsync();

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/interactive" + LabSettings.Flow, HttpMethod.Get);

        answer.Location.Should().StartWith(LabSettings.RedirectUri + "?error=");
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            var group = app.MapGroup("/link").WithLinkErrors(LinkEndpointKind.Api);
            group.MapGet("/status/{status:int}", (RequestDelegate)SetStatusAsync);
            group.MapPost("/json", ([FromBody] string[] items) => items.Length);
            group.MapGet("/number/{number}", (int number) => number);
            group.MapGet("/challenge", context =>
            {
                context.Response.Headers.WWWAuthenticate = "Custom realm=\"a\"";
                return EndAsync(context, 401);
            });
            group.MapGet("/nonce", context =>
            {
                context.Response.Headers["DPoP-Nonce"] = "n-1";
                return EndAsync(context, 400);
            });
            group.MapGet("/written", context =>
            {
                context.Response.StatusCode = 404;
                return context.Response.WriteAsync("mine");
            });
            group.MapGet("/typed", context =>
            {
                context.Response.ContentType = "application/custom";
                return EndAsync(context, 404);
            });
            group.MapGet("/skipped", context => EndAsync(context, 404)).WithMetadata(new SkipStatusCodePagesAttribute());
            group.MapGet("/disabled", context => EndAsync(context, 404)).DisableLinkErrors();
            group.MapGet("/ok", context => EndAsync(context, 204));
            group.MapGet("/{any}/{plain}/{door}", context => EndAsync(context, 204));
            app.MapPost("/link/own/plain/door", context => EndAsync(context, 204));
            app.MapGet("/other/{status:int}", (RequestDelegate)SetStatusAsync);
            app.MapGet("/interactive", context => EndAsync(context, 403)).WithLinkErrors(LinkEndpointKind.Interactive);
        },
        LabSettings.WithClient());

    private static Task SetStatusAsync(HttpContext context) => EndAsync(context, int.Parse((string)context.Request.RouteValues["status"]!, System.Globalization.CultureInfo.InvariantCulture));

    private static Task EndAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
