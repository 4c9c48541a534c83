using System.Globalization;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>A fact that takes minutes; <c>eng/soak.sh</c> says how many seconds.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SoakFactAttribute : FactAttribute
{
    public SoakFactAttribute()
    {
        Skip = Duration is null ? "LINKERRORS_SOAK_SECONDS is not set; run eng/soak.sh." : null;
    }

    /// <summary>How long the traffic lasts; null when no soak was asked for.</summary>
    public static TimeSpan? Duration =>
        int.TryParse(Environment.GetEnvironmentVariable("LINKERRORS_SOAK_SECONDS"), CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
