namespace LinkErrors.EntityFrameworkCore.Tests.Databases;

public enum DatabaseEngine
{
    Sqlite,
    PostgreSql,
}
