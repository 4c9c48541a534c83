namespace LinkErrors.Flows;

/// <summary>When a search has to be over. A timer exists only while something is awaited.</summary>
internal readonly struct SearchDeadline(TimeSpan timeout, TimeProvider time, CancellationToken clientGone)
{
    private readonly long _began = time.GetTimestamp();

    public TimeSpan Timeout => timeout;

    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>Waits for a task as long as there is time, and somebody to answer. Never throws.</summary>
    /// <returns>Whether the task has ended.</returns>
    public async ValueTask<bool> WaitAsync(Task task)
    {
        TimeSpan remaining = timeout - Elapsed;
        if (task.IsCompleted || remaining <= TimeSpan.Zero)
        {
            return task.IsCompleted;
        }

        // What follows runs on a thread of its own, whoever ends the wait. An answer inside the callback of a timer or of a
        // token would end the request under the callbacks that are still to come.
        TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ITimer timer = time.CreateTimer(End, over, remaining, System.Threading.Timeout.InfiniteTimeSpan);
        using CancellationTokenRegistration gone = clientGone.UnsafeRegister(End, over);
        _ = task.ContinueWith(static (_, over) => End(over), over, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await over.Task.ConfigureAwait(false);
        return task.IsCompleted;
    }

    private static void End(object? over) => ((TaskCompletionSource)over!).TrySetResult();
}
