using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Matrix;
using Microsoft.Extensions.Logging;

namespace LinkErrors.HostTests;

/// <summary>
/// The same things happen in applications of every kind, and the same answers come out: whatever an endpoint is built with, and
/// whatever stands in front of it.
/// </summary>
public sealed class HostMatrixTests(HostResults results) : IClassFixture<HostResults>
{
    public static TheoryData<string, string> Rows()
    {
        TheoryData<string, string> rows = [];
        foreach (HostApplication application in HostApplication.All)
        {
            foreach (HostSituation situation in HostSituation.All.Where(application.Has))
            {
                rows.Add(application.Name, situation.Name);
            }
        }

        return rows;
    }

    public static TheoryData<string> Applications() => [.. HostApplication.All.Select(application => application.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Situation_InAnyApplication_HasTheSameAnswer(string application, string situation)
    {
        HostApplication host = HostApplication.All.Single(item => item.Name == application);
        HostSituation row = HostSituation.All.Single(item => item.Name == situation);

        HostAnswer answer = await results.GetAsync(host, row, withLibrary: true);

        answer.Words.Should().Be(host.GetExpected(row));
        answer.Body.Should().NotContain(HostEndpoints.Secret);
        answer.State.Should().Be(answer.IsForClient ? HostFlow.State : null);
        if (answer.IsOurs)
        {
            answer.CacheControl.Should().Be("no-store");
        }

        if (answer.IsLogin)
        {
            new Uri(answer.Location!).GetLeftPart(UriPartial.Path).Should().EndWith(host.LoginPage, "the login page is the application's, wherever it stands");
        }
    }

    /// <summary>A second request finds nothing of the first one: an error is no answer to anybody else's question.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Situation_Again_HasTheSameAnswer(string application, string situation)
    {
        HostApplication host = HostApplication.All.Single(item => item.Name == application);
        HostSituation row = HostSituation.All.Single(item => item.Name == situation);

        HostAnswer first = await results.GetAsync(host, row, withLibrary: true);
        HostAnswer second = await results.AskAsync(host, row with { HasTarget = !row.HasTarget }, withLibrary: true);

        HostAnswer third = await results.AskAsync(host, row, withLibrary: true);
        (third.Words, third.State, third.CacheControl).Should().Be((first.Words, first.State, first.CacheControl));
        if (first.IsForClient)
        {
            second.IsForClient.Should().BeFalse();
        }
    }

    /// <summary>Nobody reads what is answered to a client that has left: 499, and not a line above Debug.</summary>
    [Theory]
    [MemberData(nameof(Applications))]
    public async Task Client_ThatHasLeft_IsNoError(string application)
    {
        HostApplication host = HostApplication.All.Single(item => item.Name == application);
        await using HostedApplication hosted = await HostedApplication.StartAsync(host, withLibrary: true);
        using CancellationTokenSource leave = new();

        Task<HttpResponseMessage> request = hosted.AskAsync(new HostSituation("the client leaves", HostRoutes.Waiting, ""), leave.Token);
        await hosted.Watch.Arrived.Task;
        await leave.CancelAsync();

        await request.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await hosted.Watch.Ended.Task).Should().Be(499);
        hosted.Log.Own.Should().OnlyContain(entry => entry.Level == LogLevel.Debug).And.ContainSingle(entry => entry.EventId.Name == "ClientGone");
    }
}
