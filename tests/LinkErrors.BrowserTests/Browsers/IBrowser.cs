namespace LinkErrors.BrowserTests.Browsers;

/// <summary>A window of a real browser, without cookies of another test.</summary>
public interface IBrowser : IAsyncDisposable
{
    /// <summary>Goes to an address; what the page does next may still be under way.</summary>
    Task OpenAsync(string url);

    /// <summary>Clicks the first element that a CSS selector finds, as soon as there is one.</summary>
    Task ClickAsync(string selector);

    /// <summary>The address of the page that is shown.</summary>
    Task<string> ReadUrlAsync();

    /// <summary>The text of an element that is shown.</summary>
    Task<string> ReadTextAsync(string selector);
}
