using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Responses;

/// <summary>What an application's own page leaves behind when it fails, and what counts as written.</summary>
public sealed class OwnPageFailureTests
{
    [Fact]
    public async Task Page_ThatFailsAfterItSetHeaders_LeavesNothingOfThem()
    {
        using HttpResponseMessage response = await AskAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            context.Response.Headers["X-Own"] = "1";
            context.Response.ContentType = "text/markdown";
            throw new InvalidOperationException();
        });

        response.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        response.Headers.Contains("X-Own").Should().BeFalse();
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(30), "the headers of the error are there again");
        (await response.Content.ReadAsStringAsync()).Should().Contain("<h1>");
    }

    [Fact]
    public async Task Page_ThatOnlyWritesABody_IsTheAnswer()
    {
        using HttpResponseMessage response = await AskAsync(context => context.Response.WriteAsync("mine"));

        (await response.Content.ReadAsStringAsync()).Should().Be("mine");
    }

    [Theory]
    [InlineData(false, "mine")]
    [InlineData(true, "<h1>")]
    public async Task Page_ThatTakesItsTime_IsWaitedFor(bool fails, string expected)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TestApp app = await StartAsync(async context =>
        {
            started.SetResult();
            await turn.Task;
            await (fails ? throw new InvalidOperationException() : context.Response.WriteAsync("mine"));
        });

        Task<HttpResponseMessage> asking = AskAsync(app);
        await started.Task;
        turn.SetResult();
        using HttpResponseMessage response = await asking;

        response.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await response.Content.ReadAsStringAsync()).Should().Contain(expected);
    }

    /// <summary>As one that sends a picture elsewhere, or has nothing to say in a language.</summary>
    [Fact]
    public async Task Page_ThatOnlySetsItsType_IsTheAnswer()
    {
        using HttpResponseMessage response = await AskAsync(context =>
        {
            context.Response.ContentType = "text/markdown";
            return Task.CompletedTask;
        });

        (await response.Content.ReadAsStringAsync()).Should().BeEmpty();
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/markdown");
    }

    [Fact]
    public async Task Page_ThatFailsInTheMiddle_CutsTheConnectionAndIsOneFailure()
    {
        await using TestApp app = await StartAsync(async context =>
        {
            await context.Response.WriteAsync("half a");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException("page");
        });

        Func<Task> asking = () => AskAsync(app);

        await asking.Should().ThrowAsync<HttpRequestException>();
        await app.DisposeAsync();
        app.Log.Own.Where(entry => entry.Exception?.Message == "page").Select(entry => entry.EventId.Name).Should().Equal("ResponseFailed");
    }

    /// <summary>What was made of the settings is kept, until there are others.</summary>
    [Fact]
    public async Task Page_AfterAReload_HasTheNewLogo()
    {
        await using TestApp app = await StartAsync(page: null, ("ErrorPage:LogoUri", "/old.svg"));
        (await AskAsync(app)).GetHeader("Content-Security-Policy").Should().Contain("img-src 'self'");
        IConfigurationRoot configuration = (IConfigurationRoot)app.Services.GetRequiredService<IConfiguration>();

        configuration["LinkErrors:ErrorPage:LogoUri"] = "data:image/png;base64,AAAA";
        configuration.Reload();

        (await AskAsync(app)).GetHeader("Content-Security-Policy").Should().Contain("img-src data:");
    }

    /// <summary>The middleware runs the page, and an error that is returned needs no middleware.</summary>
    [Fact]
    public async Task Path_WithoutTheMiddleware_IsNamedAndFollowedByTheLibrarysPage()
    {
        await using TestApp app = await TestApp.StartAsync(
            app => app.MapGet("/busy", () => TypedResults.LinkError(LinkErrorDefinitions.RateLimited)).WithLinkErrors(LinkEndpointKind.Interactive),
            LabSettings.WithClient(("ErrorPage:Path", "/oops")));

        (await (await AskAsync(app)).Content.ReadAsStringAsync()).Should().Contain("<h1>");

        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "ErrorPageUnreachable").Which.Text.Should().Contain("/oops");
    }

    private static async Task<HttpResponseMessage> AskAsync(Func<HttpContext, Task> page)
    {
        await using TestApp app = await StartAsync(page);
        return await AskAsync(app);
    }

    private static async Task<HttpResponseMessage> AskAsync(TestApp app)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/busy") { Headers = { { "Accept", "text/html" } } };
        return await app.Client.SendAsync(request);
    }

    private static Task<TestApp> StartAsync(Func<HttpContext, Task>? page, params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/busy", string () => throw new RateLimitedException { RetryAfter = TimeSpan.FromSeconds(30) }).WithLinkErrors(LinkEndpointKind.Interactive, "loop");
        },
        LabSettings.WithClient(settings),
        builder => _ = page is null ? builder.Services : builder.Services.AddSingleton<ILinkErrorPage>(new OwnPage(page)));

    private sealed class OwnPage(Func<HttpContext, Task> write) : ILinkErrorPage
    {
        public Task WriteAsync(HttpContext context, LinkErrorPageContext page) => write(context);
    }
}
