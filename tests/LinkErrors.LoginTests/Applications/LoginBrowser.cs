using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LinkErrors.LoginTests.Applications;

/// <summary>
/// A browser as far as a login needs one: it keeps cookies, submits a form that submits itself, and goes where it is sent as
/// long as that is loopback.
/// </summary>
internal sealed class LoginBrowser : IDisposable
{
    private CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public LoginBrowser()
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        _client.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        _client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
    }

    /// <summary>Called in front of each request, which it may change, as a broken or hostile browser would.</summary>
    public Func<LoginStep, LoginStep> Change { get; set; } = step => step;

    /// <summary>What was asked for last at the path of a callback.</summary>
    public LoginStep? Callback { get; private set; }

    /// <summary>The cookies of that request.</summary>
    public CookieCollection CallbackCookies { get; private set; } = [];

    /// <summary>Goes on until there is a page, or a place that is not on this machine.</summary>
    public async Task<LoginArrival> GoAsync(LoginStep step)
    {
        while (true)
        {
            step = Change(step);
            if (step.Url.AbsolutePath.StartsWith("/signin", StringComparison.Ordinal))
            {
                (Callback, CallbackCookies) = (step, _cookies.GetAllCookies());
            }

            using HttpResponseMessage response = await SendAsync(step);
            string? location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.Single() : null;
            string body = await response.Content.ReadAsStringAsync();
            if (location is not null && new Uri(step.Url, location) is { IsLoopback: true } next)
            {
                step = new LoginStep(next, Form: null);
            }
            else if (location is null && FindForm(step.Url, body) is { } form)
            {
                step = form;
            }
            else
            {
                return new LoginArrival(
                    response.StatusCode, location, response.Content.Headers.ContentType?.MediaType, body, [.. _cookies.GetAllCookies().Where(cookie => !cookie.Expired).Select(cookie => cookie.Name)]);
            }
        }
    }

    public void ForgetCookies(string part)
    {
        foreach (Cookie cookie in _cookies.GetAllCookies().Where(cookie => cookie.Name.Contains(part, StringComparison.Ordinal)))
        {
            cookie.Expired = true;
        }
    }

    /// <summary>Has the cookies again that it had once, as a second submission under way at the same time does.</summary>
    public void RestoreCookies(CookieCollection cookies)
    {
        _cookies = new CookieContainer();
        _cookies.Add(cookies);
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(LoginStep step)
    {
        using HttpRequestMessage request = new(step.Form is null ? HttpMethod.Get : HttpMethod.Post, step.Url);
        request.Content = step.Form is null ? null : new FormUrlEncodedContent(step.Form);
        if (_cookies.GetCookieHeader(step.Url) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        HttpResponseMessage response = await _client.SendAsync(request);
        foreach (string cookie in response.Headers.NonValidated.TryGetValues("Set-Cookie", out var values) ? values.ToArray() : [])
        {
            // Loopback counts as secure in a browser (W3C Secure Contexts §3.1), but not for CookieContainer.
            _cookies.SetCookies(step.Url, cookie.Replace("; secure", "", StringComparison.OrdinalIgnoreCase));
        }

        return response;
    }

    private static LoginStep? FindForm(Uri page, string body)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(body);
        return body.Contains("document.forms[0].submit()", StringComparison.Ordinal) && document.Forms is [{ } form, ..]
            ? new LoginStep(
                new Uri(page, form.GetAttribute("action")),
                [.. form.QuerySelectorAll("input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))])
            : null;
    }
}
