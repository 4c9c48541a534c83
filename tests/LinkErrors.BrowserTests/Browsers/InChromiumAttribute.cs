namespace LinkErrors.BrowserTests.Browsers;

/// <summary>Runs a theory in Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InChromiumAttribute() : BrowserDataAttribute(BrowserEngine.Chromium, ChromiumEngine.Missing);
