using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LinkErrors.Tests.Hosts;

/// <summary>Compares whole answers: a header that no rule names is as wrong as one that is missing.</summary>
public static class LabAnswerAssertions
{
    private static readonly (string Name, string Value)[] OnEveryError =
    [
        ("Cache-Control", "no-store"),
        ("Pragma", "no-cache"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
    ];

    /// <summary>The redirect of a GET; HEAD has the same headers, and POST gets 303 (RFC 9700 §4.12).</summary>
    public static async Task ShouldRedirectAsync(this LabHost lab, string path, int status, string location)
    {
        ArgumentNullException.ThrowIfNull(lab);
        LabAnswer answer = await lab.AskAsync(path);
        answer.ShouldBeRedirect(status, location);
        (await lab.AskAsync(path, HttpMethod.Head)).ShouldBeHeadOf(answer);
        (await lab.AskAsync(path, HttpMethod.Post)).ShouldBeRedirect(303, location);
    }

    /// <summary>The JSON of a GET; HEAD has the same headers, and POST gets the same answer.</summary>
    public static async Task ShouldAnswerJsonAsync(
        this LabHost lab, string path, int status, string body, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(lab);
        LabAnswer answer = await lab.AskAsync(path);
        answer.ShouldBeJson(status, body, contentType, headers);
        (await lab.AskAsync(path, HttpMethod.Head)).ShouldBeHeadOf(answer);
        (await lab.AskAsync(path, HttpMethod.Post)).Should().BeEquivalentTo(answer);
    }

    public static void ShouldBeRedirect(this LabAnswer answer, int status, string location)
    {
        ArgumentNullException.ThrowIfNull(answer);
        answer.Location.Should().Be(location);
        answer.Status.Should().Be(status);
        answer.Body.Should().BeEmpty();
        answer.Headers.Should().BeEquivalentTo(ToDictionary([.. OnEveryError, ("Content-Length", "0"), ("Location", location)]));
    }

    public static void ShouldBeJson(
        this LabAnswer answer, int status, string body, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(headers);
        answer.Body.Should().Be(body);
        answer.Status.Should().Be(status);
        string length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        answer.Headers.Should().BeEquivalentTo(ToDictionary([.. OnEveryError, ("Content-Length", length), ("Content-Type", contentType), .. headers]));
    }

    /// <summary>A self-contained page that nobody may frame (RFC 9700 §4.2.4, §4.16).</summary>
    public static IHtmlDocument ShouldBePage(this LabAnswer answer, int status, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(headers);
        answer.Status.Should().Be(status);
        answer.Headers.Should().ContainKey("Content-Security-Policy").WhoseValue.Should().MatchRegex(
            "^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$");
        string length = Encoding.UTF8.GetByteCount(answer.Body).ToString(CultureInfo.InvariantCulture);
        answer.Headers.Where(header => header.Key != "Content-Security-Policy").Should().BeEquivalentTo(ToDictionary(
            [.. OnEveryError, ("Content-Length", length), ("Content-Type", "text/html; charset=utf-8"), ("X-Frame-Options", "DENY"), .. headers]));
        IHtmlDocument page = new HtmlParser().ParseDocument(answer.Body);
        page.QuerySelectorAll("script, iframe, object, embed, form, img, link, base").Should().BeEmpty();
        return page;
    }

    public static void ShouldBeHeadOf(this LabAnswer head, LabAnswer get)
    {
        ArgumentNullException.ThrowIfNull(get);
        head.Should().BeEquivalentTo(get with { Body = "" });
    }

    private static Dictionary<string, string> ToDictionary(IEnumerable<(string Name, string Value)> headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
}
