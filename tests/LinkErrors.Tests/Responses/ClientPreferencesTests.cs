using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Responses;

/// <summary>Who asks: a browser that navigates, or code; and whether it wants a page or JSON.</summary>
public sealed class ClientPreferencesTests
{
    [Theory]

    // A client that names neither does not care.
    [InlineData(null, "either")]
    [InlineData("", "either")]
    [InlineData("*/*", "either")]
    [InlineData("image/png", "either")]
    [InlineData("text/plain, application/pdf", "either")]
    [InlineData("application/jsonp", "either")]
    [InlineData("no media type", "either")]

    // Names of types have no case (RFC 9110 §8.3.1), and a suffix says the format (RFC 6839 §3.1).
    [InlineData("text/html", "html")]
    [InlineData("Text/HTML", "html")]
    [InlineData("application/xhtml+xml", "html")]
    [InlineData("application/XHTML+xml", "html")]
    [InlineData("application/json", "json")]
    [InlineData("Application/JSON", "json")]
    [InlineData("application/problem+json", "json")]
    [InlineData("application/problem+JSON", "json")]
    [InlineData("text/html; charset=utf-8", "html")]

    // RFC 9110 §12.4.2: the higher quality, 1 where none is said; 0 is not acceptable.
    [InlineData("text/html;q=0.5, application/json", "json")]
    [InlineData("application/json;q=0.5, text/html", "html")]
    [InlineData("application/json;q=0.4, text/html;q=0.5", "html")]
    [InlineData("text/html;q=0.4, application/json;q=0.5", "json")]
    [InlineData("text/html;q=0", "either")]
    [InlineData("application/json;q=0", "either")]
    [InlineData("text/html;q=0, application/json;q=0", "either")]
    [InlineData("application/json;q=0, text/html;q=0", "either")]
    [InlineData("text/html;q=0, application/json;q=0.1", "json")]

    // Of the same quality the one that is named first.
    [InlineData("text/html, application/json", "html")]
    [InlineData("application/json, text/html", "json")]
    [InlineData("image/png, application/json, text/html", "json")]
    [InlineData("application/json;q=0.5, text/html;q=0.5", "json")]
    [InlineData("application/xhtml+xml, application/json, text/html", "html")]

    // RFC 9110 §12.5.1: a range holds for what is not named.
    [InlineData("text/*", "html")]
    [InlineData("Text/*", "html")]
    [InlineData("application/*", "json")]
    [InlineData("text/*, application/*", "html")]
    [InlineData("application/*, text/*", "json")]
    [InlineData("application/*;q=0.5, text/*", "html")]
    [InlineData("text/*;q=0.5, application/*", "json")]
    [InlineData("text/html;q=0.1, text/*, application/json;q=0.5", "json")]
    [InlineData("text/*, text/html;q=0.1, application/json;q=0.5", "json")]
    [InlineData("application/*, application/json;q=0, text/html;q=0.1", "html")]
    [InlineData("text/*;q=0.2, text/*;q=0.9, application/json;q=0.5", "json")]
    [InlineData("text/html, */*", "html")]

    // What browsers and common clients send.
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", "html")]
    [InlineData("application/json, text/plain, */*", "json")]
    public void Accept_OfEachKind_PrefersAPageOrJson(string? accept, string preferred)
    {
        HttpRequest request = Ask(("Accept", accept));

        ClientPreferences.PrefersHtml(request).Should().Be(preferred == "html");
        ClientPreferences.PrefersJson(request).Should().Be(preferred == "json");
    }

    [Theory]

    // Fetch Metadata §2.2: a browser that knows the header is believed, whatever else there is.
    [InlineData("navigate", null, null, true)]
    [InlineData("Navigate", null, null, true)]
    [InlineData("navigate", "XMLHttpRequest", "application/json", true)]
    [InlineData("cors", null, "text/html", false)]
    [InlineData("no-cors", null, null, false)]
    [InlineData("same-origin", null, "text/html", false)]
    [InlineData("", null, "text/html", false)]

    // Without it, a sign of a script.
    [InlineData(null, null, null, true)]
    [InlineData(null, null, "*/*", true)]
    [InlineData(null, null, "text/html", true)]
    [InlineData(null, null, "application/json", false)]
    [InlineData(null, "XMLHttpRequest", null, false)]
    [InlineData(null, "xmlhttprequest", "text/html", false)]

    // Android's WebView names its app when it navigates.
    [InlineData(null, "com.example.app", "text/html", true)]
    [InlineData(null, "com.example.app", "application/json", false)]
    public void Request_OfABrowserOrOfCode_IsANavigationOrNot(string? mode, string? requestedWith, string? accept, bool isNavigation) =>
        ClientPreferences.IsNavigation(Ask(("Sec-Fetch-Mode", mode), ("X-Requested-With", requestedWith), ("Accept", accept))).Should().Be(isNavigation);

    // Sec-Purpose of the Fetch standard: "prefetch" and, with a parameter, "prefetch;prerender".
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("prefetch", true)]
    [InlineData("Prefetch", true)]
    [InlineData("prefetch;prerender", true)]
    [InlineData("something-else", false)]
    [InlineData("no-prefetch", false)]
    public void Purpose_OfARequest_SaysWhetherItIsAheadOfAClick(string? purpose, bool isAhead) =>
        ClientPreferences.IsAhead(Ask(("Sec-Purpose", purpose))).Should().Be(isAhead);

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Request_OfHtmx_IsKnownByItsHeader(string? value, bool isHtmx) => ClientPreferences.IsHtmx(Ask(("HX-Request", value))).Should().Be(isHtmx);

    private static HttpRequest Ask(params ReadOnlySpan<(string Name, string? Value)> headers)
    {
        DefaultHttpContext context = new();
        foreach ((string name, string? value) in headers)
        {
            if (value is not null)
            {
                context.Request.Headers[name] = value;
            }
        }

        return context.Request;
    }
}
