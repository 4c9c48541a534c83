namespace LinkErrors.Tests.Shared;

/// <summary>
/// The attack lists that are not part of the project. The environment variable names their folder; without it the tests
/// that read them are reported as skipped.
/// </summary>
public static class Corpora
{
    public const string Variable = "LINKERRORS_CORPORA";

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? System.IO.Path.GetFullPath(folder) : null;

    /// <summary>Cases of other people's answers lie beside the corpora, where there are any.</summary>
    public static string? ClientCases => Folder is { } folder && System.IO.Path.Combine(folder, "..", "cases", "client.json") is var file && File.Exists(file) ? file : null;

    internal static string? Skip => Folder is null ? $"{Variable} does not name the folder of the corpora." : null;

    /// <summary>The text of a corpus. A missing file is a failure, not a reason to skip.</summary>
    public static string Read(string folder, string file) =>
        File.ReadAllText(System.IO.Path.Combine(Folder ?? throw new InvalidOperationException(Skip), folder, file));
}
