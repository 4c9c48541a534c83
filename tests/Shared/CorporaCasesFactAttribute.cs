namespace LinkErrors.Tests.Shared;

/// <summary>A fact that needs the cases of what providers answer, which are not part of the project.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorporaCasesFactAttribute : FactAttribute
{
    public CorporaCasesFactAttribute()
    {
        Skip = Corpora.ClientCases is null ? $"There is no ../cases/client.json beside the folder of {Corpora.Variable}." : null;
    }
}
