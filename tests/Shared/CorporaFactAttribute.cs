namespace LinkErrors.Tests.Shared;

/// <summary>A fact that needs the corpora.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorporaFactAttribute : FactAttribute
{
    public CorporaFactAttribute()
    {
        Skip = Corpora.Skip;
    }
}
