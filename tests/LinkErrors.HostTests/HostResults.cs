using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Matrix;

namespace LinkErrors.HostTests;

/// <summary>What was answered; each application is started once, with the library and without it.</summary>
public sealed class HostResults : IAsyncLifetime
{
    private readonly Dictionary<(string Application, bool WithLibrary), HostedApplication> _started = [];
    private readonly Dictionary<(string Application, string Situation, bool WithLibrary), HostAnswer> _answers = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (HostedApplication application in _started.Values)
        {
            await application.DisposeAsync();
        }
    }

    /// <summary>The answer to the first request of its kind.</summary>
    internal async Task<HostAnswer> GetAsync(HostApplication application, HostSituation situation, bool withLibrary)
    {
        (string, string, bool) key = (application.Name, situation.Name, withLibrary);
        if (!_answers.TryGetValue(key, out HostAnswer? answer))
        {
            answer = await AskAsync(application, situation, withLibrary);
            _answers.Add(key, answer);
        }

        return answer;
    }

    internal async Task<HostAnswer> AskAsync(HostApplication application, HostSituation situation, bool withLibrary)
    {
        if (!_started.TryGetValue((application.Name, withLibrary), out HostedApplication? hosted))
        {
            hosted = await HostedApplication.StartAsync(application, withLibrary);
            _started.Add((application.Name, withLibrary), hosted);
        }

        using HttpResponseMessage response = await hosted.AskAsync(situation);
        return await HostAnswer.ReadAsync(response);
    }
}
