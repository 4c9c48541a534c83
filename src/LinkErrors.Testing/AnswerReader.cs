using System.Net;
using System.Text.RegularExpressions;
using LinkErrors.Client;
using LinkErrors.Dialects;

namespace LinkErrors.Testing;

/// <summary>Tells the deliveries apart by what is on the wire, and reads each.</summary>
internal sealed class AnswerReader(LinkErrorReader reader)
{
    private const int LongestQuotation = 500;
    private const string Location = "Location";

    /// <summary>Where htmx goes, which never sees the redirect that its browser follows.</summary>
    private const string HtmxRedirect = "HX-Redirect";

    private static readonly Regex Heading = Create("<h1>(?<value>[^<]*)</h1>");

    /// <summary>A form with its target. That of the response mode form_post is one; an application's page has others.</summary>
    private static readonly Regex Form = Create("<form method=\"post\" action=\"(?<value>[^\"]*)\">(?<content>.*?)</form>", RegexOptions.Singleline);

    private static readonly Regex Input = Create("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">");

    /// <summary>The link of the response mode web_message, in front of its script.</summary>
    private static readonly Regex Message = Create("<a class=\"way first\" href=\"(?<value>[^\"]*)\">[^<]*</a>\\s*</div>\\s*<script data-origin=");

    public async Task<LinkErrorAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode is >= 300 and <= 399)
        {
            return await ReadRedirectAsync(response, FindHeader(response, Location) ?? throw await DescribeAsync(response, "has no Location", cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }

        if (response.IsSuccessStatusCode && FindHeader(response, HtmxRedirect) is { } address)
        {
            return await ReadRedirectAsync(response, address, cancellationToken).ConfigureAwait(false);
        }

        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            return ReadPage(response, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false))
                ?? throw await DescribeAsync(response, "is a page, and its status no error", cancellationToken).ConfigureAwait(false);
        }

        LinkErrorReading reading = await reader.ReadResponseAsync(response, cancellationToken).ConfigureAwait(false);
        return reading.Error is { } error
            ? new LinkErrorAnswer(LinkErrorDelivery.Json, (int)response.StatusCode, error)
            : throw await DescribeAsync(response, $"cannot be read as one ({reading.Reason})", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As it was sent: System.Uri would normalise it.</summary>
    private static string? FindHeader(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out System.Net.Http.Headers.HeaderStringValues values) ? values.ToString() : null;

    private async Task<LinkErrorAnswer> ReadRedirectAsync(HttpResponseMessage response, string location, CancellationToken cancellationToken) =>
        ReadRedirect(response, location) ?? throw await DescribeAsync(response, "redirects without an error", cancellationToken).ConfigureAwait(false);

    private LinkErrorAnswer? ReadRedirect(HttpResponseMessage response, string location)
    {
        (string target, string query, string fragment) = Split(location);
        bool isInFragment = fragment.Length > 0 && reader.ReadParameters(fragment).IsError;
        return reader.ReadParameters(isInFragment ? fragment : query).Error is { } error
            ? new LinkErrorAnswer(isInFragment ? LinkErrorDelivery.FragmentRedirect : LinkErrorDelivery.Redirect, (int)response.StatusCode, error)
            {
                Target = target,
                Parameters = LinkErrorParameters.Parse(isInFragment ? fragment : query),
            }
            : null;
    }

    private LinkErrorAnswer? ReadPage(HttpResponseMessage response, string html)
    {
        string? heading = Heading.Match(html) is { Success: true } found ? Decode(found) : null;
        foreach (Match form in Form.Matches(html))
        {
            LinkErrorParameters parameters = [];
            foreach (Match input in Input.Matches(form.Groups["content"].Value))
            {
                parameters.Add(WebUtility.HtmlDecode(input.Groups["name"].Value), Decode(input));
            }

            string encoded = string.Join('&', parameters.Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value)}"));
            if (CreateSent(LinkErrorDelivery.FormPost, Decode(form), parameters, encoded) is { } posted)
            {
                return posted;
            }
        }

        if (Message.Match(html) is { Success: true } message)
        {
            // The link for a window without an opener carries what the message says.
            (string target, string query, _) = Split(Decode(message));
            if (CreateSent(LinkErrorDelivery.WebMessage, target, LinkErrorParameters.Parse(query), query) is { } said)
            {
                return said;
            }
        }

        return (int)response.StatusCode >= 400 ? new LinkErrorAnswer(LinkErrorDelivery.Html, (int)response.StatusCode, error: null) { Heading = heading } : null;

        LinkErrorAnswer? CreateSent(LinkErrorDelivery delivery, string target, LinkErrorParameters parameters, string encoded) =>
            reader.ReadParameters(encoded).Error is { } error
                ? new LinkErrorAnswer(delivery, (int)response.StatusCode, error) { Target = Split(target).Target, Parameters = parameters, Heading = heading }
                : null;
    }

    private static (string Target, string Query, string Fragment) Split(string uri)
    {
        string[] halves = uri.Split('#', 2);
        string[] parts = halves[0].Split('?', 2);
        return (parts[0], parts.ElementAtOrDefault(1) ?? "", halves.ElementAtOrDefault(1) ?? "");
    }

    private static Regex Create(string pattern, RegexOptions options = RegexOptions.None) =>
        new(pattern, options | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Decode(Match match) => WebUtility.HtmlDecode(match.Groups["value"].Value);

    private static async Task<InvalidOperationException> DescribeAsync(HttpResponseMessage response, string fault, CancellationToken cancellationToken)
    {
        string body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        string quoted = body.Length > LongestQuotation ? body[..LongestQuotation] + " …" : body;
        return new InvalidOperationException(
            $"A link error was expected, but the response {fault}: {(int)response.StatusCode} {response.ReasonPhrase}"
            + $"{DescribeHeader(response, Location)}{DescribeHeader(response, HtmxRedirect)}, {response.Content.Headers.ContentType?.ToString() ?? "no content type"}, body '{quoted}'. "
            + "A client that follows redirects never sees one: set AllowAutoRedirect = false.");
    }

    private static string DescribeHeader(HttpResponseMessage response, string name) => FindHeader(response, name) is { } value ? $", {name} {value}" : "";
}
