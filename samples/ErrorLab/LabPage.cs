using System.Text;
using LinkErrors;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace ErrorLab;

/// <summary>
/// The page to choose an error and to see the exact response to it, to check a redirect URI, and to read a response. It has no
/// script: everything that is chosen stands in the address, so that it can be sent to a colleague.
/// </summary>
internal static class LabPage
{
    public const string HttpClientName = "lab";

    private const string Style = """
        :root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--line:#dadde3;--text:#1a1c22;--quiet:#555c68;--accent:#3453d1;--on-accent:#fff}
        @media(prefers-color-scheme:dark){:root{--page:#121418;--card:#1b1e24;--line:#333842;--text:#eceef2;--quiet:#a8afbb;--accent:#a3b6ff;--on-accent:#121418}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:64rem;padding:clamp(1rem,4vw,2.5rem);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;background:var(--page);color:var(--text);overflow-wrap:anywhere}
        h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.25}
        h2{margin:0 0 .75rem;font-size:1.25rem}
        h3{margin:1.5rem 0 .5rem;font-size:1rem}
        p{margin:0 0 .75rem;color:var(--quiet)}
        a{color:var(--accent)}
        section{margin:1.5rem 0;padding:clamp(1rem,4vw,1.5rem);border:1px solid var(--line);border-radius:1rem;background:var(--card)}
        .presets{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0;padding:0;list-style:none}
        .presets a{display:block;padding:.5rem .875rem;border:1px solid var(--line);border-radius:2rem;background:var(--card);text-decoration:none}
        form{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:1rem;align-items:end}
        label{display:grid;gap:.25rem;font-size:.875rem;min-width:0}
        .whole{grid-column:1/-1}
        input,select,textarea,button{font:inherit;padding:.5rem .625rem;width:100%;min-width:0;border:1px solid var(--quiet);border-radius:.5rem;background:var(--page);color:var(--text)}
        textarea{min-height:7rem;font:.875rem/1.45 ui-monospace,monospace}
        .check{display:flex;align-items:center;gap:.5rem}
        .check input{width:auto}
        button{border-color:transparent;background:var(--accent);color:var(--on-accent);font-weight:600;cursor:pointer}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        pre{margin:0 0 .75rem;padding:1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--page);font:.875rem/1.45 ui-monospace,monospace;white-space:pre-wrap}
        table{width:100%;border-collapse:collapse;font-size:.875rem}
        th,td{padding:.375rem .75rem .375rem 0;border-top:1px solid var(--line);text-align:start;vertical-align:top}
        th{font-weight:normal;color:var(--quiet)}
        iframe{display:block;width:100%;height:36rem;border:1px solid var(--line);border-radius:.5rem}
        """;

    public static async Task<IResult> ShowAsync(
        HttpContext context, LinkErrorCatalog catalog, IOptionsMonitor<LinkErrorsOptions> options, IHttpClientFactory clients, IServer server)
    {
        IQueryCollection query = context.Request.Query;
        LabMarkup page = new();
        page.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>ErrorLab</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>").Markup(Style)
            .Markup("</style>\n</head>\n<body>\n<main>\n<h1>ErrorLab</h1>\n<p>Choose an error and see the exact response. All errors: <a href=\"/errors\">the catalog</a>.</p>\n");
        LabForm.Write(page, query, catalog, options.CurrentValue);
        if (query["code"].ToString() is { Length: > 0 } code)
        {
            LabExchange exchange = await LabExchange.AskAsync(query, code, clients, server, context.RequestAborted);
            exchange.Write(page, query, catalog, code);
        }

        LabTools.WriteCheck(page, query, options);
        LabTools.WriteRead(page, query);
        page.Markup("</main>\n</body>\n</html>\n");
        return Results.Content(page.ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }
}
