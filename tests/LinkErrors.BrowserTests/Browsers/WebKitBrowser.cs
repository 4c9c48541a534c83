namespace LinkErrors.BrowserTests.Browsers;

internal sealed class WebKitBrowser(WebDriverClient client, string session) : IBrowser
{
    public Task OpenAsync(string url) => client.PostAsync($"session/{session}/url", new { url });

    public async Task ClickAsync(string selector) => await client.PostAsync($"session/{session}/element/{await FindAsync(selector)}/click", new { });

    public async Task<string> ReadUrlAsync() => (await client.GetAsync($"session/{session}/url")).GetString()!;

    public async Task<string> ReadTextAsync(string selector) =>
        (await client.GetAsync($"session/{session}/element/{await FindAsync(selector)}/text")).GetString()!;

    /// <summary>The window is the next test's too.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The session waits for an element that is not there yet.</summary>
    private async Task<string> FindAsync(string selector) =>
        (await client.PostAsync($"session/{session}/element", new { @using = "css selector", value = selector })).EnumerateObject().Single().Value.GetString()!;
}
