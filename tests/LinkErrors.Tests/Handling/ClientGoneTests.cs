using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Handling;

/// <summary>A client that has left gets no answer, and nobody is woken for it: 499 and not a line above Debug.</summary>
public sealed class ClientGoneTests
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _status = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static TheoryData<Exception> Exceptions =>
        [new LinkTokenExpiredException(), new OperationCanceledException(), new IOException("The request stream was reset."), new InvalidOperationException()];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Exception_AfterTheClientLeft_Is499WithoutAnErrorLog(Exception exception)
    {
        await using TestApp app = await StartAsync(async context =>
        {
            await WaitUntilTheClientLeftAsync(context.RequestAborted);
            throw exception;
        });

        await LeaveAsync(app);
    }

    [Fact]
    public async Task Result_AfterTheClientLeft_Is499WithoutAnErrorLog()
    {
        await using TestApp app = await StartAsync(async context =>
        {
            await WaitUntilTheClientLeftAsync(context.RequestAborted);
            await TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired).ExecuteAsync(context);
        });

        await LeaveAsync(app);
    }

    public static TheoryData<Exception> StoreFaults => [new OperationCanceledException(), new IOException("The connection to the store was closed.")];

    /// <summary>The client leaves while the error's flow is looked up, and the store gives up with the request's token.</summary>
    [Theory]
    [MemberData(nameof(StoreFaults))]
    public async Task Client_LeavesDuringTheLookUpOfTheFlow_Is499WithoutAnErrorLog(Exception fault)
    {
        StubClientStore store = new(async cancellationToken =>
        {
            await WaitUntilTheClientLeftAsync(cancellationToken);
            throw fault;
        });
        await using TestApp app = await StartAsync(_ => throw new LinkTokenExpiredException(), store);

        await LeaveAsync(app);
    }

    private Task<TestApp> StartAsync(RequestDelegate endpoint, ILinkClientStore? store = null) => TestApp.StartAsync(
        app =>
        {
            app.Use(next => async context =>
            {
                await next(context);
                _status.SetResult(context.Response.StatusCode);
            });
            app.UseLinkErrors();
            app.MapGet("/", endpoint).WithLinkErrors();
        },
        services: builder =>
        {
            if (store is not null)
            {
                builder.Services.Replace(ServiceDescriptor.Singleton(store));
            }
        });

    private async Task WaitUntilTheClientLeftAsync(CancellationToken requestAborted)
    {
        TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = requestAborted.Register(left.SetResult);
        _arrived.SetResult();
        await left.Task;
    }

    private async Task LeaveAsync(TestApp app)
    {
        using CancellationTokenSource leave = new();
        Task<HttpResponseMessage> request = app.Client.GetAsync("/" + LabSettings.Flow, leave.Token);
        await _arrived.Task;
        await leave.CancelAsync();
        await request.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();

        (await _status.Task).Should().Be(StatusCodes.Status499ClientClosedRequest);
        app.Log.Own.Should().OnlyContain(entry => entry.Level == LogLevel.Debug).And.ContainSingle(entry => entry.EventId.Name == "ClientGone");
    }
}
