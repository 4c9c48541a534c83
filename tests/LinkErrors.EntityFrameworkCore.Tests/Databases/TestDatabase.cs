using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;

namespace LinkErrors.EntityFrameworkCore.Tests.Databases;

/// <summary>A database of one test, made with the tables of the clients.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>The commands that the database was asked.</summary>
    public CommandCount Commands { get; } = new();

    public static async Task<TestDatabase> CreateAsync(DatabaseEngine engine, params LinkClient[] clients)
    {
        TestDatabase database = engine == DatabaseEngine.Sqlite ? new SqliteTestDatabase() : await PostgreSqlTestDatabase.CreateAsync();
        await using ClientContext context = database.Open();
        await context.Database.EnsureCreatedAsync();
        context.Clients.AddRange(clients.Select(client => new StoredLinkClient(client)));
        await context.SaveChangesAsync();
        return database;
    }

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>A context that is not counted.</summary>
    public ClientContext Open()
    {
        DbContextOptionsBuilder<ClientContext> options = new();
        Configure(options);
        return new ClientContext(options.Options);
    }

    public abstract ValueTask DisposeAsync();
}
