using LinkErrors.Flows;

namespace LinkErrors.Tests.Conventions.Planted;

/// <summary>What every check must find, so that none of them passes by finding nothing.</summary>
public class PlantedUnsealed
{
    /// <summary></summary>
    public static string Undocumented => "";
}

/// <summary>Sealed, but a target that anybody can make.</summary>
public sealed class PlantedTarget
{
    /// <summary>A door.</summary>
    public PlantedTarget()
    {
    }

    /// <summary>Another door.</summary>
    public static PlantedTarget Create() => new();

    /// <summary>A door to the real thing.</summary>
    public static RedirectTarget? CreateReal() => null;
}

/// <summary>An attribute that is not sealed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class PlantedAttribute : Attribute;
