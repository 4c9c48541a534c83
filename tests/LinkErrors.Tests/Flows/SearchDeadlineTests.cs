using LinkErrors.Flows;

namespace LinkErrors.Tests.Flows;

/// <summary>Until when a task is waited for, and who ends that.</summary>
public sealed class SearchDeadlineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>What is there already counts, however late it is; what is not is not waited for when the time is up.</summary>
    [Theory]
    [InlineData("00:00:00", true, true)]
    [InlineData("00:00:02", true, true)]
    [InlineData("00:00:03", true, true)]
    [InlineData("00:00:02", false, false)]
    [InlineData("00:00:03", false, false)]
    public async Task Task_ThatNobodyHasToWaitFor_IsDecidedAtOnce(string elapsed, bool hasEnded, bool expected)
    {
        ManualTime time = new();
        SearchDeadline deadline = new(Limit, time, CancellationToken.None);
        time.Advance(TimeSpan.Parse(elapsed, null));

        Task<bool> wait = deadline.WaitAsync(hasEnded ? Task.CompletedTask : new TaskCompletionSource().Task).AsTask();

        wait.IsCompleted.Should().BeTrue();
        (await wait).Should().Be(expected);
    }

    /// <summary>What is left of the time, not all of it; and a failure is an end too, for others to look at.</summary>
    [Theory]
    [InlineData("ends", true)]
    [InlineData("fails", true)]
    [InlineData("is cancelled", true)]
    [InlineData("time is up", false)]
    [InlineData("client leaves", false)]
    public async Task Task_ThatIsWaitedFor_EndsTheWaitWhenItEndsOrNobodyWaitsAnyMore(string what, bool expected)
    {
        ManualTime time = new();
        using CancellationTokenSource gone = new();
        SearchDeadline deadline = new(Limit, time, gone.Token);
        time.Advance(TimeSpan.FromSeconds(1));
        TaskCompletionSource task = new();
        Task<bool> wait = deadline.WaitAsync(task.Task).AsTask();
        wait.IsCompleted.Should().BeFalse();

        switch (what)
        {
            case "ends":
                task.SetResult();
                break;
            case "fails":
                task.SetException(new InvalidOperationException());
                break;
            case "is cancelled":
                task.SetCanceled();
                break;
            case "client leaves":
                await gone.CancelAsync();
                break;
            default:
                time.Advance(TimeSpan.FromSeconds(1));
                break;
        }

        (await wait).Should().Be(expected);
    }
}
