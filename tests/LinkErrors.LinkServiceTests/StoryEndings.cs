namespace LinkErrors.LinkServiceTests;

/// <summary>How the stories end. Where a system has one code for several errors, the front end can say no more than that.</summary>
internal static class StoryEndings
{
    public static string Of(string dialect) => "";
}
