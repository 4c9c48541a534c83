using LinkErrors.Flows;
using LinkService.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Provider;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>Two instances of the service as processes of their own, on one PostgreSQL, and the provider that they ask.</summary>
internal sealed class LinkServiceCluster : IAsyncDisposable
{
    /// <summary>Where whoever runs the service shows an error of which nobody knows whose it is.</summary>
    public const string FrontEnd = "https://front-end.example";

    private readonly WebApplication _provider;
    private readonly (string Name, string Value)[] _environment;

    private LinkServiceCluster(PostgreSqlServer database, WebApplication provider, (string Name, string Value)[] environment) =>
        (Database, _provider, _environment) = (database, provider, environment);

    public PostgreSqlServer Database { get; }

    public SampleProcess[] Instances { get; private set; } = [];

    public string ConnectionString => Database.ConnectTo("linkservice", "Maximum Pool Size=60;Timeout=60");

    /// <summary>Starts everything, with as many clients as are needed; each has a target of its own.</summary>
    public static async Task<LinkServiceCluster> StartAsync(int clients, params (string Name, string Value)[] environment)
    {
        Task<PostgreSqlServer> database = PostgreSqlServer.StartNewAsync();
        WebApplication provider = ProviderApplication.Create(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        LinkServiceCluster cluster = new(await database, provider, environment);
        try
        {
            await provider.StartAsync();
            await using (LinkServiceContext context = cluster.Open())
            {
                await context.Database.EnsureCreatedAsync();
                context.AddRange(Enumerable.Range(0, clients).Select(index => new StoredLinkClient(new LinkClient(ClientId(index), [Target(index)]))));
                await context.SaveChangesAsync();
            }

            cluster.Instances = await Task.WhenAll(cluster.StartInstanceAsync(), cluster.StartInstanceAsync());
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public static string ClientId(int index) => $"client-{index}";

    public static string Target(int index) => $"https://client-{index}.example/callback";

    public LinkServiceContext Open() => new(new DbContextOptionsBuilder<LinkServiceContext>().UseNpgsql(Database.ConnectTo("linkservice", "Pooling=false")).Options);

    public async Task<SampleProcess> StartInstanceAsync()
    {
        SampleProcess instance = await SampleProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "LinkService.dll"),
            [
                ("ConnectionStrings__LinkService", ConnectionString),
                ("Provider", _provider.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
                ("FrontEnd", FrontEnd),
                ("ProviderTimeout", "00:01:00"),
                ("LinkErrors__Dialect", "oauth"),
                ("Logging__Console__FormatterName", "simple"),
                ("Logging__Console__FormatterOptions__SingleLine", "true"),
                .. _environment,
            ]);
        return instance.ExitCode is null ? instance : throw new InvalidOperationException(instance.Output);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (SampleProcess instance in Instances)
        {
            await instance.DisposeAsync();
        }

        await _provider.DisposeAsync();
        await Database.DisposeAsync();
    }
}
