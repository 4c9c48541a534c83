using LinkErrors.EntityFrameworkCore.Tests.Databases;
using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.EntityFrameworkCore.Tests;

/// <summary>An error path is an attacked path: how often the database is asked, and how soon a change counts.</summary>
public sealed class CachedClientTests
{
    private static readonly LinkClient Acme = new("acme", ["https://acme.example/cb"]);
    private static readonly LinkClient Moved = new("acme", ["https://acme.example/moved"]);

    [Fact]
    public async Task Client_AskedForAgain_CostsNoQuery()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(DatabaseEngine.Sqlite, Acme);
        await using TestApp app = await ClientApp.StartAsync(database);

        for (int round = 0; round < 3; round++)
        {
            (await app.AskAsync("client_id=acme")).Should().Be("https://acme.example/cb");
            (await app.AskAsync("redirect_uri=https://acme.example/cb")).Should().Be("https://acme.example/cb");
            (await app.AskAsync("client_id=nobody")).Should().BeNull();
        }

        database.Commands.Total.Should().Be(3, "one by the identifier, one by the URI, one for nobody");
    }

    [Fact]
    public async Task Client_ThatWasChanged_CountsWhenTheTimeIsOver()
    {
        ManualTime time = new();
        await using TestDatabase database = await TestDatabase.CreateAsync(DatabaseEngine.Sqlite, Acme);
        await using TestApp app = await ClientApp.StartAsync(database, options => options.Expiration = TimeSpan.FromMinutes(1), time);
        await app.AskAsync("client_id=acme");
        await ChangeAsync(database);

        (await app.AskAsync("client_id=acme")).Should().Be("https://acme.example/cb");
        time.Advance(TimeSpan.FromMinutes(1));
        (await app.AskAsync("client_id=acme")).Should().Be("https://acme.example/moved");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client_ThatWasChangedAndRemovedFromTheCache_CountsAtOnce(bool isClear)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(DatabaseEngine.Sqlite, Acme);
        await using TestApp app = await ClientApp.StartAsync(database);
        await app.AskAsync("client_id=acme");
        await app.AskAsync("redirect_uri=https://acme.example/cb");
        (await app.AskAsync("redirect_uri=https://acme.example/moved")).Should().BeNull();
        await ChangeAsync(database);

        ILinkClientCache cache = app.Services.GetRequiredService<ILinkClientCache>();
        if (isClear)
        {
            cache.Clear();
        }
        else
        {
            cache.Remove("acme");
        }

        (await app.AskAsync("client_id=acme")).Should().Be("https://acme.example/moved");
        (await app.AskAsync("redirect_uri=https://acme.example/cb")).Should().BeNull("the URI is no longer registered");
        (await app.AskAsync("redirect_uri=https://acme.example/moved")).Should().Be("https://acme.example/moved");
    }

    [Fact]
    public async Task Client_ThatWasUnknown_CountsWhenTheTimeOfTheUnknownIsOver()
    {
        ManualTime time = new();
        await using TestDatabase database = await TestDatabase.CreateAsync(DatabaseEngine.Sqlite);
        await using TestApp app = await ClientApp.StartAsync(database, options => options.UnknownExpiration = TimeSpan.FromSeconds(10), time);
        (await app.AskAsync("client_id=acme")).Should().BeNull();
        await using (ClientContext context = database.Open())
        {
            context.Add(new StoredLinkClient(Acme));
            await context.SaveChangesAsync();
        }

        (await app.AskAsync("client_id=acme")).Should().BeNull();
        time.Advance(TimeSpan.FromSeconds(10));
        (await app.AskAsync("client_id=acme")).Should().Be("https://acme.example/cb");
    }

    /// <summary>Whoever asks for names that nobody has costs queries, but neither memory without end nor the clients their place.</summary>
    [Fact]
    public async Task Flood_OfUnknownNames_DisplacesNoClient()
    {
        StubQuery query = new(name => name.Text == "acme" ? Acme : null);
        await using TestApp app = await StubQuery.StartAsync(query, options => options.MaximumUnknown = 10);
        ILinkClientStore store = app.Services.GetRequiredService<ILinkClientStore>();
        await store.FindByIdAsync("acme", CancellationToken.None);

        for (int index = 0; index < 1000; index++)
        {
            await store.FindByIdAsync($"nobody-{index}", CancellationToken.None);
        }

        int before = query.Total;
        (await store.FindByIdAsync("acme", CancellationToken.None)).Should().BeSameAs(Acme);
        query.Total.Should().Be(before);
    }

    [Fact]
    public async Task Name_ThatIsLongerThanItsColumn_IsNobodysWithoutAQuery()
    {
        StubQuery query = new(_ => Acme);
        await using TestApp app = await StubQuery.StartAsync(query);
        ILinkClientStore store = app.Services.GetRequiredService<ILinkClientStore>();

        (await store.FindByIdAsync(new string('a', 201), CancellationToken.None)).Should().BeNull();
        (await store.FindByRedirectUriAsync("https://acme.example/" + new string('a', 2000), CancellationToken.None)).Should().BeNull();

        query.Total.Should().Be(0);
    }

    [Fact]
    public async Task Zero_AsExpiration_RemembersNothing()
    {
        StubQuery query = new(name => name.Text == "acme" ? Acme : null);
        await using TestApp app = await StubQuery.StartAsync(query, options => (options.Expiration, options.UnknownExpiration) = (TimeSpan.Zero, TimeSpan.Zero));
        ILinkClientStore store = app.Services.GetRequiredService<ILinkClientStore>();

        foreach (string name in (string[])["acme", "acme", "nobody", "nobody"])
        {
            await store.FindByIdAsync(name, CancellationToken.None);
        }

        query.Total.Should().Be(4);
    }

    private static async Task ChangeAsync(TestDatabase database)
    {
        await using ClientContext context = database.Open();
        (await context.Clients.SingleAsync()).Update(Moved);
        await context.SaveChangesAsync();
    }
}
