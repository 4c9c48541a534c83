using LinkService.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>Any instance answers any leg of any flow, and what breaks on the way costs nobody more than trying again.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private const int Flows = 500;
    private const int Clients = 20;

    /// <summary>How often one tries at most when all is well again; a machine with other work may have no time for the first.</summary>
    private const int Tries = 5;

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);

    /// <summary>
    /// 500 flows at once, whose legs alternate between two instances behind YARP. In the middle the key ring gets a new key, an instance is killed, and the
    /// database is stopped for five seconds. Who is stopped by it sees a page and tries again, afterwards, with the same token.
    /// </summary>
    [PostgreSqlFact]
    public async Task Flows_WithOutagesInTheMiddle_EndAtTheirOwnClientsOrOnAPageAndLoseNothing()
    {
        await using LinkServiceCluster cluster = await LinkServiceCluster.StartAsync(
            Clients, ("LinkErrors__FlowTimeout", "00:00:30"), ("Logging__LogLevel__Default", "Warning"), ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Information"));
        await using Gateway gateway = await Gateway.StartAsync(cluster.Instances);
        using HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxConnectionsPerServer = 100 });
        await using ServiceProvider ring = OpenKeyRing(cluster);
        IKeyManager keys = ring.GetRequiredService<IKeyManager>();
        LinkedFlow[] flows = [.. Enumerable.Range(0, Flows).Select(number => new LinkedFlow(http, gateway.Address, number, Clients))];

        TaskCompletionSource rerouted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource recovered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task held = gateway.PassAsync(300);
        Task all = Task.WhenAll(flows.Select(GoAsync));
        await held;
        keys.CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        await gateway.PassAsync(300);
        await cluster.Instances[0].KillAsync();
        await gateway.PassAsync(50);
        gateway.Use(cluster.Instances[1]);
        rerouted.SetResult();
        await gateway.PassAsync(300);
        int arrived = flows.Count(flow => flow.HasArrived);
        await cluster.Database.StopAsync();
        gateway.Open();
        await Task.Delay(Outage);
        await cluster.Database.StartAsync();
        cluster.Instances[0] = await cluster.StartInstanceAsync();
        gateway.Use(cluster.Instances);
        recovered.SetResult();
        await all;
        LinkedFlow[] later = [.. Enumerable.Range(Flows, 50).Select(number => new LinkedFlow(http, gateway.Address, number, Clients))];
        await Task.WhenAll(later.Select(GoAsync));

        LinkedFlow[] every = [.. flows, .. later];
        output.WriteLine($"{arrived} had arrived when the database was stopped; on the way there were {string.Join(", ", every.SelectMany(flow => flow.Endings).CountBy(ending => ending.ToString()))}.");
        every.SelectMany(flow => flow.Endings).Select(ending => ending.ToString()).Should().Contain(["page 502", "The service is temporarily unavailable."], "the outages are noticed");
        every.SelectMany(flow => flow.Endings).Where(ending => ending.Target is null).Should().OnlyContain(page => page.Body.Length > 0, "no answer is blank");
        every.Where(flow => flow.WentAstray).Should().BeEmpty("nobody comes to another client");
        every.Where(flow => !flow.HasArrived).Should().BeEmpty("each ends at its own client, with its own state");
        await using LinkServiceContext context = cluster.Open();
        HashSet<string> connected = [.. await context.Connections.Select(row => row.LinkTokenId).ToListAsync()];
        every.Where(flow => flow.Last.ToString() != flow.Expected && !IsAnswerLost(flow)).Should().BeEmpty("each ends as it would have without the outages");
        connected.Should().BeEquivalentTo(every.Where(flow => flow.Expected == "linked").Select(flow => flow.TokenId), "nothing is lost");
        (await context.LinkTokens.Where(token => token.ConsumedAt != null).Select(token => token.Id).ToListAsync()).Should().BeEquivalentTo(connected, "a token is consumed by its connection");

        async Task GoAsync(LinkedFlow flow)
        {
            await flow.GoAsync();
            Task[] ends = [rerouted.Task, .. Enumerable.Repeat(recovered.Task, Tries)];
            for (int index = 0; index < ends.Length && !flow.HasArrived; index++)
            {
                await ends[index];
                await flow.GoAsync();
            }
        }

        // The instance died, or the database went, after it had made the connection and before it could say so.
        bool IsAnswerLost(LinkedFlow flow) => flow is { Expected: "linked", Endings.Count: > 1, TokenId: { } id }
            && flow.Last.ToString() == "The link token has already been used." && connected.Contains(id);
    }

    /// <summary>The key ring, to put a key into it that is in force at once, without the two days that instances have to read it: the hardest case.</summary>
    private static ServiceProvider OpenKeyRing(LinkServiceCluster cluster)
    {
        ServiceCollection services = new();
        services.AddDbContext<LinkServiceContext>(options => options.UseNpgsql(cluster.ConnectionString));
        services.AddDataProtection().SetApplicationName("LinkService").PersistKeysToDbContext<LinkServiceContext>();
        return services.BuildServiceProvider();
    }
}
