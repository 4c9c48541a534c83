using LinkErrors.Endpoints;
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
                return LinkResults.Error(LinkErrorDefinitions.LinkTokenExpired);
            });
        });

        Func<Task> read = () => app.Client.GetStringAsync("/");

        await read.Should().ThrowAsync<HttpRequestException>("the connection is reset");
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "ResponseFailed");
    }
}
