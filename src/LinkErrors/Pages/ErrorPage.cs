using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using LinkErrors.Dialects;
using LinkErrors.Errors;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Pages;

/// <summary>The page for people: self-contained, without script, everything from outside encoded. It never shows the state.</summary>
internal static class ErrorPage
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
        main{box-sizing:border-box;width:100%;max-width:36rem;padding:2rem}
        h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
        dl{margin:2rem 0 0;padding-top:1rem;border-top:1px solid GrayText;font-size:.875rem;display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}
        dd{margin:0;overflow-wrap:anywhere;font-family:ui-monospace,monospace}
        pre{overflow:auto;font-size:.8125rem}
        """;

    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void ApplyHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XFrameOptions = "DENY";
    }

    public static ReadOnlyMemory<byte> Render(LinkError error, LinkErrorDebugDetails? details)
    {
        HtmlEncoder encoder = HtmlEncoder.Default;
        StringBuilder page = new(2048);
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n<title>")
            .Append(encoder.Encode(error.Title))
            .Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n<h1>")
            .Append(encoder.Encode(error.Title))
            .Append("</h1>\n<p>").Append(encoder.Encode(error.Message)).Append("</p>\n");
        if (error.HelpUri is { } help)
        {
            page.Append("<p><a href=\"").Append(encoder.Encode(help.OriginalString)).Append("\" rel=\"noreferrer\">More about this error</a></p>\n");
        }

        page.Append("<dl>\n<dt>Code</dt><dd>").Append(encoder.Encode(error.Code)).Append("</dd>\n");
        if (error.ReferenceId is { } reference)
        {
            page.Append("<dt>Reference</dt><dd>").Append(encoder.Encode(reference)).Append("</dd>\n");
        }

        page.Append("</dl>\n");
        if (details is not null)
        {
            page.Append("<pre>").Append(encoder.Encode(string.Join('\n', details.Traceback))).Append("</pre>\n");
        }

        page.Append("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }
}
