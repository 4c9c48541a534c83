namespace LinkErrors.Core.Tests.Dialects;

/// <summary>
/// A test over rows that are no part of the project: LINKERRORS_CORPORA names their folder, and without it the test is
/// reported as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorporaFactAttribute : FactAttribute
{
    private const string Variable = "LINKERRORS_CORPORA";

    public CorporaFactAttribute() => Skip = Folder is null ? $"{Variable} does not name the folder of the corpora." : null;

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;
}
