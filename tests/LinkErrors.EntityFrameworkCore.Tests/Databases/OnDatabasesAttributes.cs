using System.Reflection;
using Xunit.Sdk;

namespace LinkErrors.EntityFrameworkCore.Tests.Databases;

/// <summary>The rows of a theory on SQLite, the engine first.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object?[] row) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [[DatabaseEngine.Sqlite, .. row]];
}

/// <summary>The same on PostgreSQL, where there is one.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    private readonly object?[] _row;

    public OnPostgreSqlAttribute(params object?[] row)
    {
        _row = row;
        Skip = PostgreSqlServer.Missing;
    }

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [[DatabaseEngine.PostgreSql, .. _row]];
}
