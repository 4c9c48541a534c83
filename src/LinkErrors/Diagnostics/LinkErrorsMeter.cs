using System.Diagnostics.Metrics;

namespace LinkErrors.Diagnostics;

/// <summary>The meter of the library, made by the factory of the host, which makes one of a name.</summary>
internal static class LinkErrorsMeter
{
    public const string Name = "LinkErrors";

    public static Meter Create(IMeterFactory meters) => meters.Create(Name);
}
