namespace LinkErrors.BrowserTests.Browsers;

/// <summary>Runs a theory in WebKit.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InWebKitAttribute() : BrowserDataAttribute(BrowserEngine.WebKit, WebKitEngine.Missing);
