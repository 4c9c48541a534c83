using System.Net.Http.Json;
using System.Text.Json;

namespace LinkErrors.BrowserTests.Browsers;

/// <summary>The few commands of the W3C WebDriver protocol that these tests need.</summary>
internal sealed class WebDriverClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>The driver does not say when it listens.</summary>
    public async Task WaitUntilReadyAsync(TimeSpan limit)
    {
        using CancellationTokenSource end = new(limit);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        do
        {
            try
            {
                await GetAsync("status");
                return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
        while (await timer.WaitForNextTickAsync(end.Token));
    }

    /// <summary>A new window, in which a command waits for a page and for an element.</summary>
    public async Task<string> OpenSessionAsync()
    {
        JsonElement session = await PostAsync("session", new
        {
            capabilities = new { alwaysMatch = new { pageLoadStrategy = "normal", timeouts = new { @implicit = 20_000 } } },
        });
        return session.GetProperty("sessionId").GetString()!;
    }

    /// <summary>Leaves a page with its cookies. A window that it opened closes itself when it has done its work, or is left alone.</summary>
    public async Task EmptyAsync(string session)
    {
        await DeleteAsync($"session/{session}/cookie");
        await PostAsync($"session/{session}/url", new { url = "about:blank" });
    }

    public async Task<JsonElement> GetAsync(string command) => await ReadAsync(await _http.GetAsync(new Uri(command, UriKind.Relative)));

    public async Task<JsonElement> PostAsync(string command, object body)
    {
        // The driver takes no chunked body.
        using JsonContent content = JsonContent.Create(body);
        await content.LoadIntoBufferAsync();
        return await ReadAsync(await _http.PostAsync(new Uri(command, UriKind.Relative), content));
    }

    public async Task DeleteAsync(string command) => await ReadAsync(await _http.DeleteAsync(new Uri(command, UriKind.Relative)));

    public void Dispose() => _http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            string body = await response.Content.ReadAsStringAsync();
            return response.IsSuccessStatusCode
                ? JsonElement.Parse(body).GetProperty("value")
                : throw new InvalidOperationException($"WebDriver answered {(int)response.StatusCode} to {response.RequestMessage!.RequestUri}: {body}");
        }
    }
}
