namespace LinkErrors.EntityFrameworkCore.Tests.Databases;

/// <summary>Ends the one PostgreSQL of these tests, with everything that it wrote, when the last of them has ended.</summary>
[CollectionDefinition(Name)]
public sealed class DatabaseServer : ICollectionFixture<DatabaseServer>, IAsyncLifetime
{
    public const string Name = "database";

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => PostgreSqlTestDatabase.StopServerAsync();
}
