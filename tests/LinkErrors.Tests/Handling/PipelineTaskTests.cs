using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Handling;

/// <summary>
/// What the middleware costs: nothing without an error, and no second throw for a fault that is not ours. Both show in the
/// task that it returns, which must be the one of the pipeline.
/// </summary>
public sealed class PipelineTaskTests
{
    public static TheoryData<Task> Completed => [Task.CompletedTask, Task.FromResult("ok"), Task.Run(() => { })];

    [Theory]
    [MemberData(nameof(Completed))]
    public async Task Success_AtOnce_IsThePipelinesOwnTask(Task completed)
    {
        await completed;
        using DirectPipeline pipeline = new(_ => completed);

        pipeline.Invoke(pipeline.CreateContext()).Should().BeSameAs(completed);
    }

    [Fact]
    public async Task Success_AtOnce_AllocatesNothing()
    {
        const int Count = 10_000;
        using DirectPipeline pipeline = new(_ => Task.CompletedTask);
        DefaultHttpContext context = pipeline.CreateContext();
        RequestDelegate invoke = pipeline.Invoke;
        Invoke(Count);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Invoke(Count);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.Should().Be(0);

        void Invoke(int count)
        {
            for (int index = 0; index < count; index++)
            {
                _ = invoke(context);
            }
        }
    }

    [Fact]
    public async Task Success_Later_CompletesWithThePipeline()
    {
        TaskCompletionSource below = new();
        using DirectPipeline pipeline = new(_ => below.Task);

        Task answer = pipeline.Invoke(pipeline.CreateContext());

        answer.IsCompleted.Should().BeFalse();
        below.SetResult();
        await answer;
    }

    [Fact]
    public async Task ForeignFault_AtOnce_IsThePipelinesOwnTask()
    {
        Task fault = Task.FromException(new InvalidOperationException("foreign"));
        using DirectPipeline pipeline = new(_ => fault);

        pipeline.Invoke(pipeline.CreateContext()).Should().BeSameAs(fault);
    }

    [Fact]
    public async Task ForeignFault_OfSeveral_KeepsAllOfThem()
    {
        Task fault = Task.WhenAll(Task.FromException(new InvalidOperationException("first")), Task.FromException(new LinkTokenExpiredException()));
        using DirectPipeline pipeline = new(_ => fault);

        Task answer = pipeline.Invoke(pipeline.CreateContext());

        answer.Should().BeSameAs(fault);
        answer.Exception!.InnerExceptions.Should().HaveCount(2);
    }

    [Fact]
    public async Task ForeignCancellation_AtOnce_IsThePipelinesOwnTask()
    {
        Task canceled = Task.FromCanceled(new CancellationToken(canceled: true));
        using DirectPipeline pipeline = new(_ => canceled);

        pipeline.Invoke(pipeline.CreateContext()).Should().BeSameAs(canceled);
    }

    [Fact]
    public async Task ForeignException_ThrownSynchronously_IsAFaultWithItsStack()
    {
        InvalidOperationException foreign = new("foreign");
        using DirectPipeline pipeline = new(Throw);

        Task answer = pipeline.Invoke(pipeline.CreateContext());

        (await answer.Invoking(task => task).Should().ThrowAsync<InvalidOperationException>()).Which.Should().BeSameAs(foreign);
        foreign.StackTrace.Should().Contain(nameof(ForeignException_ThrownSynchronously_IsAFaultWithItsStack));

        Task Throw(HttpContext context) => throw foreign;
    }

    [Fact]
    public async Task ForeignException_Later_IsTheSameException()
    {
        InvalidOperationException foreign = new("foreign");
        TaskCompletionSource below = new();
        using DirectPipeline pipeline = new(_ => below.Task);

        Task answer = pipeline.Invoke(pipeline.CreateContext());
        below.SetException(foreign);

        (await answer.Invoking(task => task).Should().ThrowAsync<InvalidOperationException>()).Which.Should().BeSameAs(foreign);
    }

    [Fact]
    public async Task ForeignCancellation_Later_IsTheSameException()
    {
        OperationCanceledException foreign = new("foreign");
        TaskCompletionSource gate = new();
        using DirectPipeline pipeline = new(async _ =>
        {
            await gate.Task;
            throw foreign;
        });

        Task answer = pipeline.Invoke(pipeline.CreateContext());
        gate.SetResult();

        (await answer.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>()).Which.Should().BeSameAs(foreign);
        answer.IsCanceled.Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LinkException_AtOnceOrLater_IsAnsweredByASuccessfulTask(bool isAtOnce)
    {
        TaskCompletionSource below = new();
        using DirectPipeline pipeline = new(_ => below.Task);
        DefaultHttpContext context = pipeline.CreateContext();

        if (isAtOnce)
        {
            below.SetException(new LinkTokenExpiredException());
        }

        Task answer = pipeline.Invoke(context);
        below.TrySetException(new LinkTokenExpiredException());
        await answer;

        context.Response.StatusCode.Should().Be(StatusCodes.Status400BadRequest);
    }
}
