namespace LinkErrors.BrowserTests.Browsers;

/// <summary>The engines that hold a policy against redirects behind a form. Firefox does not, so it would prove nothing here.</summary>
public enum BrowserEngine
{
    Chromium = 0,
    WebKit,
}
