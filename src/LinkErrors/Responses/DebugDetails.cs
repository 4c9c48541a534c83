using LinkErrors.Dialects;

namespace LinkErrors.Responses;

/// <summary>Describes an exception for developers. Called only where debug details are switched on.</summary>
internal static class DebugDetails
{
    private static readonly string[] LineBreaks = ["\r\n", "\n"];

    public static LinkErrorDebugDetails Describe(Exception exception) =>
        new($"{exception.GetType().FullName}: {exception.Message}", exception.ToString().Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries));
}
