namespace LinkErrors.Tests.Shared;

/// <summary>A theory that needs the corpora.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorporaTheoryAttribute : TheoryAttribute
{
    public CorporaTheoryAttribute()
    {
        Skip = Corpora.Skip;
    }
}
