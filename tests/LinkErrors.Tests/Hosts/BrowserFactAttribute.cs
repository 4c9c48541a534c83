namespace LinkErrors.Tests.Hosts;

/// <summary>A fact that needs the URL parser of a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = BrowserUrl.IsAvailable ? null : "There is no node to ask.";
    }
}
