namespace LinkErrors.Tests.Shared;

/// <summary>A theory that needs a server which is not ours.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OidcProviderTheoryAttribute : TheoryAttribute
{
    public OidcProviderTheoryAttribute()
    {
        Skip = OidcProviderProcess.Missing;
    }
}
