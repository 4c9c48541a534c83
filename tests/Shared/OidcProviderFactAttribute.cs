namespace LinkErrors.Tests.Shared;

/// <summary>A test that needs a server which is not ours.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OidcProviderFactAttribute : FactAttribute
{
    public OidcProviderFactAttribute()
    {
        Skip = OidcProviderProcess.Missing;
    }
}
