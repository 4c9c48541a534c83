using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Pipeline;

/// <summary>The host may run the pipeline once more for a page of its own: nothing that was said of the first run counts there.</summary>
public sealed class ReExecutionTests
{
    [Theory]
    [InlineData("/throws")]
    [InlineData("/status")]
    public async Task Mark_OfARequest_DoesNotHoldForThePageOfTheHost(string path)
    {
        await using TestApp app = await StartAsync("/page");

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(410);
        answer.Body.Should().BeEmpty("the page of the host is no link endpoint");
    }

    [Theory]
    [InlineData("/throws")]
    [InlineData("/status")]
    public async Task Mark_OfThePageOfTheHost_Holds(string path)
    {
        await using TestApp app = await StartAsync("/marked");

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(500);
        answer.Body.Should().StartWith("{\"code\":\"internalServerError\"", "the page says that it speaks orcidlink");
    }

    [Fact]
    public async Task Mark_SetBeforeRouting_HoldsForItsRun()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.Use((context, next) =>
            {
                context.SetLinkErrors(LinkEndpointKind.Api, "orcidlink");
                return next(context);
            });
            app.UseRouting();
            app.MapGet("/", string () => throw new LinkTokenExpiredException());
        });

        (await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get)).Body.Should().StartWith("{\"code\":");
    }

    private static Task<TestApp> StartAsync(string page) => TestApp.StartAsync(app =>
    {
        app.UseLinkErrors();
        app.UseExceptionHandler(page);
        app.UseStatusCodePagesWithReExecute(page);
        app.UseRouting();
        app.MapGet("/throws", string (HttpContext context) =>
        {
            context.SetLinkErrors(LinkEndpointKind.Api);
            throw new InvalidOperationException();
        });
        app.MapGet("/status", context =>
        {
            context.SetLinkErrors(LinkEndpointKind.Api);
            return EndAsync(context, 409);
        });
        app.MapGet("/page", context => EndAsync(context, 410));
        app.MapGet("/marked", context =>
        {
            context.SetLinkErrors(LinkEndpointKind.Api, "orcidlink");
            return EndAsync(context, 500);
        });
    });

    private static Task EndAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
