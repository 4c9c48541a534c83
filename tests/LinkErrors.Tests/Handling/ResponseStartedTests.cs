using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Handling;

/// <summary>
/// Once a response has begun nothing can be taken back: the error is logged, the exception goes on to the host as it is,
/// and the broken connection tells the client that the body is not whole.
/// </summary>
public sealed class ResponseStartedTests
{
    public static TheoryData<Exception> Exceptions => [new LinkTokenExpiredException(), new InvalidOperationException("unexpected")];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Exception_AfterTheResponseStarted_IsLoggedAndGoesOn(Exception exception)
    {
        TaskCompletionSource<Exception> passed = new();
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.Use(next => async context =>
            {
                try
                {
                    await next(context);
                }
                catch (Exception caught)
                {
                    passed.SetResult(caught);
                    throw;
                }
            });
            app.UseLinkErrors();
            app.MapGet("/", async (HttpContext context) =>
            {
                await context.Response.WriteAsync("half");
                await context.Response.Body.FlushAsync();
                throw exception;
            }).WithLinkErrors();
        });

        Func<Task> read = () => app.Client.GetStringAsync("/");

        await read.Should().ThrowAsync<HttpRequestException>("the connection is reset");
        (await passed.Task).Should().BeSameAs(exception);
        LogEntry entry = app.Log.Own.Should().ContainSingle().Which;
        entry.EventId.Name.Should().Be("ResponseStarted");
        entry.Level.Should().Be(LogLevel.Warning);
        entry.Exception.Should().BeNull("the host logs the exception");
        app.Log.Entries.Should().Contain(item => item.Level == LogLevel.Error && ReferenceEquals(item.Exception, exception), "Kestrel logs what goes on");
    }

    [Fact]
    public async Task Result_AfterTheResponseStarted_ResetsTheConnection()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", async Task<IResult> (HttpContext context) =>
            {
                await context.Response.WriteAsync("half");
                await context.Response.Body.FlushAsync();
                return TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired);
            });
        });

        Func<Task> read = () => app.Client.GetStringAsync("/");

        await read.Should().ThrowAsync<HttpRequestException>("the connection is reset");
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "ResponseFailed");
    }

    /// <summary>Bytes in the writer of the body go out before anything else, so they are an answer already.</summary>
    [Fact]
    public async Task EmptyStatus_WithAnUnflushedBody_KeepsItsBody()
    {
        await using TestApp app = await StartUnflushedAsync(context =>
        {
            context.Response.StatusCode = 409;
            return Task.CompletedTask;
        });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get);

        answer.Status.Should().Be(409);
        answer.Body.Should().Be("mine");
        app.Log.Own.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Exception_WithAnUnflushedBody_IsLoggedAndGoesOn(Exception exception)
    {
        await using TestApp app = await StartUnflushedAsync(_ => throw exception);

        LabAnswer? answer = await TryAskAsync(app);

        answer?.Body.Should().NotContain("mine{", "two answers in one are none");
        LogEntry entry = app.Log.Own.Should().ContainSingle().Which;
        entry.EventId.Name.Should().Be("ResponseStarted");
        app.Log.Entries.Should().Contain(item => item.Level == LogLevel.Error && ReferenceEquals(item.Exception, exception), "Kestrel logs what goes on");
    }

    [Fact]
    public async Task Result_WithAnUnflushedBody_ResetsTheConnection()
    {
        await using TestApp app = await StartUnflushedAsync(context => TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired).ExecuteAsync(context));

        Func<Task> read = () => app.Client.GetStringAsync("/");

        await read.Should().ThrowAsync<HttpRequestException>("the connection is reset");
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "ResponseFailed");
    }

    private static Task<TestApp> StartUnflushedAsync(RequestDelegate end) => TestApp.StartAsync(app =>
    {
        app.UseLinkErrors();
        app.MapGet("/", context =>
        {
            "mine"u8.CopyTo(context.Response.BodyWriter.GetSpan(4));
            context.Response.BodyWriter.Advance(4);
            return end(context);
        }).WithLinkErrors(LinkEndpointKind.Api);
    });

    private static async Task<LabAnswer?> TryAskAsync(TestApp app)
    {
        try
        {
            return await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
