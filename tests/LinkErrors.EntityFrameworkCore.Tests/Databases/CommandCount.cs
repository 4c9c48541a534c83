using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LinkErrors.EntityFrameworkCore.Tests.Databases;

/// <summary>Counts what a database is asked.</summary>
public sealed class CommandCount : DbCommandInterceptor
{
    private int _count;

    public int Total => Volatile.Read(ref _count);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }
}
