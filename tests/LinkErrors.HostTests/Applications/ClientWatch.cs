namespace LinkErrors.HostTests.Applications;

/// <summary>Tells a test that its request has arrived, and with which status it ended at the server.</summary>
internal sealed class ClientWatch
{
    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<int> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
