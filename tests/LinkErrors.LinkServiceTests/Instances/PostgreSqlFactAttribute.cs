namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>A fact of PostgreSQL; where that is not installed, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.Missing;
}
