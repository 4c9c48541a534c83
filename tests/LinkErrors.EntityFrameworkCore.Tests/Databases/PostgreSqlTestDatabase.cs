using Microsoft.EntityFrameworkCore;

namespace LinkErrors.EntityFrameworkCore.Tests.Databases;

/// <summary>A database of the one server of these tests, which <see cref="DatabaseServer"/> ends.</summary>
internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<PostgreSqlServer>> Server = new(PostgreSqlServer.StartNewAsync);

    private readonly string _connection;

    private PostgreSqlTestDatabase(PostgreSqlServer server) => _connection = server.ConnectTo($"clients_{Guid.NewGuid():N}", "Pooling=false");

    public static async Task<PostgreSqlTestDatabase> CreateAsync() => new(await Server.Value);

    /// <summary>Ends the server, if a test has started it.</summary>
    public static async Task StopServerAsync()
    {
        if (Server.IsValueCreated)
        {
            await (await Server.Value).DisposeAsync();
        }
    }

    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(_connection);

    public override async ValueTask DisposeAsync()
    {
        await using ClientContext context = Open();
        await context.Database.EnsureDeletedAsync();
    }
}
