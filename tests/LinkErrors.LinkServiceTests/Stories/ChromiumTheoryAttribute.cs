namespace LinkErrors.LinkServiceTests.Stories;

/// <summary>A theory of Chromium; where that is not installed, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = LinkServiceFixture.Missing;
}
