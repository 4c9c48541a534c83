using LinkErrors.EntityFrameworkCore.Tests.Databases;
using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.EntityFrameworkCore.Tests;

/// <summary>Clients in a real database, asked for over HTTP.</summary>
[Collection(DatabaseServer.Name)]
public sealed class DatabaseClientTests
{
    private static readonly LinkClient Acme = new("acme", ["https://acme.example/cb", "https://acme.example/other"], "zapier");
    private static readonly LinkClient Desktop = new("desktop", ["http://127.0.0.1/cb"], allowLoopbackPorts: true);
    private static readonly LinkClient Fixed = new("fixed", ["http://127.0.0.1:7000/fixed", "http://[::1]/cb"]);

    /// <summary>RFC 9700 §2.1: letter for letter, but for the port of a loopback URI (RFC 8252 §7.3).</summary>
    [Theory]
    [OnSqlite("client_id=acme&redirect_uri=https://acme.example/cb", "https://acme.example/cb")]
    [OnSqlite("redirect_uri=https://acme.example/other", "https://acme.example/other")]
    [OnSqlite("redirect_uri=http://127.0.0.1:50000/cb", "http://127.0.0.1:50000/cb")]
    [OnSqlite("redirect_uri=http://127.0.0.1:7000/fixed", "http://127.0.0.1:7000/fixed")]
    [OnSqlite("redirect_uri=http://127.0.0.1:7001/fixed", null)]
    [OnSqlite("redirect_uri=http://[::1]:7001/cb", null)]
    [OnSqlite("client_id=ACME&redirect_uri=https://acme.example/cb", null)]
    [OnSqlite("client_id=acme%20&redirect_uri=https://acme.example/cb", null)]
    [OnSqlite("client_id=acm%C3%A9&redirect_uri=https://acme.example/cb", null)]
    [OnSqlite("redirect_uri=https://acme.example/CB", null)]
    [OnSqlite("client_id=acme'%20OR%20'1'='1&redirect_uri=https://acme.example/cb", null)]
    [OnPostgreSql("client_id=acme&redirect_uri=https://acme.example/cb", "https://acme.example/cb")]
    [OnPostgreSql("redirect_uri=https://acme.example/other", "https://acme.example/other")]
    [OnPostgreSql("redirect_uri=http://127.0.0.1:50000/cb", "http://127.0.0.1:50000/cb")]
    [OnPostgreSql("redirect_uri=http://127.0.0.1:7001/fixed", null)]
    [OnPostgreSql("client_id=ACME&redirect_uri=https://acme.example/cb", null)]
    [OnPostgreSql("redirect_uri=https://acme.example/CB", null)]
    public async Task Error_OfAClientInTheDatabase_GoesWhereItsRowSays(DatabaseEngine engine, string query, string? expected)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine, Acme, Desktop, Fixed);
        await using TestApp app = await ClientApp.StartAsync(database);

        (await app.AskAsync(query)).Should().Be(expected);
        app.Log.Own.Should().NotContain(entry => entry.Level > LogLevel.Information);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Client_WrittenAndReadBack_IsTheSame(DatabaseEngine engine)
    {
        LinkClient client = new("ünïcode-✓", ["com.acme:/cb", "http://localhost/cb", "http://acme.internal/cb"], "loop", allowInsecureSchemes: true, allowLocalhostPorts: true);
        await using TestDatabase database = await TestDatabase.CreateAsync(engine, client);
        await using TestApp app = await ClientApp.StartAsync(database);

        LinkClient? read = await app.Services.GetRequiredService<ILinkClientStore>().FindByRedirectUriAsync("http://localhost:5000/cb", CancellationToken.None);

        read.Should().BeEquivalentTo(client, options => options.Excluding(found => found.RedirectUris));
        read!.RedirectUris.Should().BeEquivalentTo(client.RedirectUris);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Client_ThatIsUpdated_KeepsAddsAndLosesUris(DatabaseEngine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine, Acme);
        await using (ClientContext context = database.Open())
        {
            StoredLinkClient row = await context.Clients.SingleAsync();
            row.Update(new LinkClient("acme", ["https://acme.example/other", "http://127.0.0.1/new", "http://127.0.0.1/new"], "loop", allowLoopbackPorts: true));
            await context.SaveChangesAsync();
        }

        await using TestApp app = await ClientApp.StartAsync(database);
        (await app.AskAsync("client_id=acme&redirect_uri=https://acme.example/cb")).Should().BeNull();
        (await app.AskAsync("client_id=acme&redirect_uri=https://acme.example/other")).Should().Be("https://acme.example/other");
        (await app.AskAsync("redirect_uri=http://127.0.0.1:5000/new")).Should().Be("http://127.0.0.1:5000/new");
    }

    /// <summary>As with the clients of the configuration, so that the answer does not depend on the order of the rows.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task RedirectUri_OfTwoClients_IsTheFirstClients(DatabaseEngine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(
            engine, new LinkClient("second", ["https://shared.example/cb"]), new LinkClient("first", ["https://shared.example/cb"]));
        await using TestApp app = await ClientApp.StartAsync(database);

        LinkClient? found = await app.Services.GetRequiredService<ILinkClientStore>().FindByRedirectUriAsync("https://shared.example/cb", CancellationToken.None);

        found!.ClientId.Should().Be("first");
    }

    /// <summary>A client that does not exist and one whose row is broken end in the same safe place, but the log says which.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Row_ThatSomethingElseHasWritten_LeadsNowhere(DatabaseEngine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine, Acme);
        await using (ClientContext context = database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("UPDATE \"LinkClientRedirectUris\" SET \"Uri\" = 'javascript:alert(1)'");
        }

        await using TestApp app = await ClientApp.StartAsync(database);
        (await app.AskAsync("client_id=acme")).Should().BeNull();
        app.Log.Own.Should().Contain(entry => entry.Level > LogLevel.Information && entry.Exception!.Message.Contains("javascript:alert(1)", StringComparison.Ordinal));
    }
}
