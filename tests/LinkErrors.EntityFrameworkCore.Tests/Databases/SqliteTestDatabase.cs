using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LinkErrors.EntityFrameworkCore.Tests.Databases;

internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public override void Configure(DbContextOptionsBuilder options) => options.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "clients.db")}");

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
