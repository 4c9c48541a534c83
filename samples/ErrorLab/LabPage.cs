using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using LinkErrors;
using LinkErrors.Dialects;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ErrorLab;

/// <summary>
/// The page to choose an error and to see the exact response to it. It asks its own server, so that no browser follows
/// the redirect.
/// </summary>
internal static class LabPage
{
    public const string HttpClientName = "lab";

    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0 auto;max-width:60rem;padding:2rem;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
        form{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem;align-items:end}
        label{display:grid;gap:.25rem;font-size:.875rem}
        input,select,button{font:inherit;height:2.25rem;padding:0 .5rem;box-sizing:border-box;width:100%}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:1rem;border:1px solid GrayText;border-radius:.25rem}
        """;

    private static readonly string[] Parameters = ["client_id", "redirect_uri", "state", "response_mode", "message", "scope", "retry_after"];

    private static readonly string[] Accepts = ["text/html", "application/json", "*/*"];

    public static async Task<IResult> ShowAsync(HttpContext context, LinkErrorCatalog catalog, IHttpClientFactory clients, IServer server)
    {
        string? exchange = context.Request.Query["code"].ToString() is { Length: > 0 } code
            ? await AskAsync(context.Request.Query, code, clients, server, context.RequestAborted)
            : null;
        return Results.Content(Render(context.Request.Query, catalog, exchange), "text/html; charset=utf-8", Encoding.UTF8);
    }

    private static async Task<string> AskAsync(
        IQueryCollection query, string code, IHttpClientFactory clients, IServer server, CancellationToken cancellationToken)
    {
        string address = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        IEnumerable<string> pairs = Parameters.Concat(["kind", "via"])
            .Where(name => query[name].ToString().Length > 0)
            .Select(name => $"{name}={Uri.EscapeDataString(query[name].ToString())}");
        string path = $"/try/{Uri.EscapeDataString(query["dialect"].ToString())}/{Uri.EscapeDataString(code)}?{string.Join('&', pairs)}";
        using HttpRequestMessage request = new(HttpMethod.Parse(query["method"] == "POST" ? "POST" : "GET"), address + path);
        if (Accepts.Contains(query["accept"].ToString(), StringComparer.Ordinal))
        {
            request.Headers.TryAddWithoutValidation("Accept", query["accept"].ToString());
        }

        using HttpClient client = clients.CreateClient(HttpClientName);
        using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
        StringBuilder text = new();
        text.Append(request.Method).Append(' ').AppendLine(path).AppendLine();
        text.Append("HTTP/1.1 ").Append((int)response.StatusCode).Append(' ').AppendLine(response.ReasonPhrase);

        // A parsed Location would be shown in the spelling of System.Uri.
        foreach ((string name, HeaderStringValues values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            text.Append(name).Append(": ").AppendLine(values.ToString());
        }

        return text.AppendLine().Append(await response.Content.ReadAsStringAsync(cancellationToken)).ToString();
    }

    private static string Render(IQueryCollection query, LinkErrorCatalog catalog, string? exchange)
    {
        HtmlEncoder encoder = HtmlEncoder.Default;
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>ErrorLab</title>\n<style>").Append(Style)
            .Append("</style>\n</head>\n<body>\n<main>\n<h1>ErrorLab</h1>\n<p>Choose an error and see the exact response. ")
            .Append("All errors: <a href=\"/errors\">the catalog</a>.</p>\n<form>\n");
        AppendSelect(page, encoder, query, "dialect", LinkErrorDialects.All.Select(dialect => dialect.Name));
        AppendSelect(page, encoder, query, "code", catalog.Select(definition => definition.Code));
        AppendSelect(page, encoder, query, "kind", ["interactive", "api"]);
        AppendSelect(page, encoder, query, "via", [LabRequest.Throw, LabRequest.Result, LabRequest.Mvc, LabRequest.MvcResult]);
        AppendSelect(page, encoder, query, "method", ["GET", "POST"]);
        AppendSelect(page, encoder, query, "accept", Accepts);
        foreach (string name in Parameters)
        {
            page.Append("<label>").Append(name).Append("<input name=\"").Append(name).Append("\" value=\"")
                .Append(encoder.Encode(query[name].ToString())).Append("\"></label>\n");
        }

        page.Append("<button>Try it</button>\n</form>\n");
        if (exchange is not null)
        {
            page.Append("<h2>Response</h2>\n<pre>").Append(encoder.Encode(exchange)).Append("</pre>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendSelect(StringBuilder page, HtmlEncoder encoder, IQueryCollection query, string name, IEnumerable<string> values)
    {
        page.Append("<label>").Append(name).Append("<select name=\"").Append(name).Append("\">");
        foreach (string value in values)
        {
            page.Append("<option").Append(query[name] == value ? " selected" : "").Append('>').Append(encoder.Encode(value)).Append("</option>");
        }

        page.Append("</select></label>\n");
    }
}
