using System.Net;

namespace LinkErrors.Tests.Authentication;

/// <summary>A browser as far as a login needs one: it keeps cookies, and goes where it is sent as long as that is loopback.</summary>
internal sealed class TestBrowser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public TestBrowser()
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies, UseProxy = false });
        _client.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        _client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
    }

    /// <summary>Follows redirects, and stops at a page, or in front of a place that is not on this machine.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="change">Changes a URL before it is asked for, as a broken or hostile browser would.</param>
    public async Task<TestArrival> GoAsync(Uri start, Func<Uri, Uri>? change = null)
    {
        Uri url = start;
        while (true)
        {
            url = change?.Invoke(url) ?? url;
            using HttpResponseMessage response = await _client.GetAsync(url);
            string? location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.Single() : null;
            if (location is null || !new Uri(url, location).IsLoopback)
            {
                return new TestArrival(response.StatusCode, location, await response.Content.ReadAsStringAsync());
            }

            url = new Uri(url, location);
        }
    }

    public void ForgetCookies()
    {
        foreach (Cookie cookie in _cookies.GetAllCookies())
        {
            cookie.Expired = true;
        }
    }

    public void Dispose() => _client.Dispose();
}
