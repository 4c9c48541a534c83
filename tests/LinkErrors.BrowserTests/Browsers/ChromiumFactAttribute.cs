namespace LinkErrors.BrowserTests.Browsers;

/// <summary>A fact of Chromium; where that is not installed, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = ChromiumEngine.Missing;
}
