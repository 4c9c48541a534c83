using System.Web;
using Microsoft.Net.Http.Headers;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>
/// A browser without a window: it keeps cookies, follows redirects within the service and the provider, and stops at a page or where it would leave for a client.
/// </summary>
/// <param name="http">Sends its requests; redirects are not followed, nor cookies kept, by it.</param>
/// <param name="service">The origin of the service.</param>
/// <param name="name">Whose legs are told apart from those of others.</param>
internal sealed class FlowBrowser(HttpMessageInvoker http, Uri service, string name)
{
    /// <summary>Names the flow of a request, for whoever distributes the legs.</summary>
    public const string FlowHeader = "X-Flow";

    private readonly Dictionary<string, (string Value, string Path)> _cookies = new(StringComparer.Ordinal);

    /// <summary>Goes to a path of the service, and on from there.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="consent">What is chosen at the provider's page; null changes nothing.</param>
    public async Task<FlowEnding> GoAsync(string path, Action<Dictionary<string, string>>? consent = null)
    {
        Uri next = new(service, path);
        while (true)
        {
            HttpRequestMessage request = new(HttpMethod.Get, next);
            if (next.Authority != service.Authority)
            {
                request = Decide(next, consent);
            }

            using HttpResponseMessage response = await SendAsync(request);
            if (response.Headers.NonValidated.TryGetValues("Location", out var values))
            {
                Uri location = new(next, values.ToString());
                if (location.Host != service.Host)
                {
                    return new FlowEnding(response.StatusCode, location, "");
                }

                next = location;
                continue;
            }

            return new FlowEnding(response.StatusCode, null, await response.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Sends one request to the service or the provider, with the cookies of this browser.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        string cookies = string.Join("; ", _cookies.Where(cookie => request.RequestUri!.AbsolutePath.StartsWith(cookie.Value.Path, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key}={cookie.Value.Value}"));
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", cookies);
        }

        request.Headers.Add(FlowHeader, name);
        request.Headers.Add("Accept", "text/html");
        HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None);
        if (response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? all))
        {
            foreach (SetCookieHeaderValue cookie in SetCookieHeaderValue.ParseList([.. all]))
            {
                _cookies[cookie.Name.ToString()] = (cookie.Value.ToString(), cookie.Path.ToString());
            }
        }

        return response;
    }

    /// <summary>The form of the provider's page, filled in as it is and changed by who consents.</summary>
    private static HttpRequestMessage Decide(Uri authorize, Action<Dictionary<string, string>>? consent)
    {
        var query = HttpUtility.ParseQueryString(authorize.Query);
        Dictionary<string, string> form = query.AllKeys.ToDictionary(key => key!, key => query[key]!, StringComparer.Ordinal);
        form["account"] = Guid.NewGuid().ToString("N");
        form["granted"] = "activity";
        form["then"] = "works";
        form["decision"] = "allow";
        consent?.Invoke(form);
        return new HttpRequestMessage(HttpMethod.Post, new Uri(authorize, "/consent")) { Content = new FormUrlEncodedContent(form) };
    }
}
