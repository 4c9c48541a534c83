namespace LinkErrors.BrowserTests.Browsers;

/// <summary>A fact of Chromium that needs the corpora; where one of them is missing, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumCorporaFactAttribute : FactAttribute
{
    public ChromiumCorporaFactAttribute() => Skip = ChromiumEngine.Missing ?? Corpora.Skip;
}
