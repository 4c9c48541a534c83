using Microsoft.Extensions.Internal;

namespace LinkErrors;

/// <summary>The clock of the application, as the memory cache takes it.</summary>
internal sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
