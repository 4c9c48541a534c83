using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Pages;

/// <summary>The frame of every page: self-contained, with a policy that allows its own style and script by hash and nothing else.</summary>
internal static class Page
{
    /// <summary>The style of the small pages that show one thing in the middle.</summary>
    public const string CenteredStyle = """
        :root{color-scheme:light dark}
        body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
        main{box-sizing:border-box;width:100%;max-width:36rem;padding:2rem;overflow-wrap:anywhere}
        h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
        dl{margin:2rem 0 0;padding-top:1rem;border-top:1px solid GrayText;font-size:.875rem;display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}
        dd{margin:0;font-family:ui-monospace,monospace}
        pre{overflow:auto;font-size:.8125rem}
        button{font:inherit;padding:.5rem 1rem}
        """;

    /// <summary>Hashes the sources that a page contains (CSP Level 3 §2.3.1), so that nothing else runs or applies.</summary>
    public static string CreatePolicy(string style, string? script = null, string formAction = "'none'", string frameAncestors = "'none'") =>
        $"default-src 'none'; style-src {Hash(style)}; "
        + (script is null ? "" : $"script-src {Hash(script)}; ")
        + $"base-uri 'none'; form-action {formAction}; frame-ancestors {frameAncestors}";

    public static void ApplyHeaders(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }

    /// <summary>Encodes text from outside for elements and quoted attributes.</summary>
    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    public static string Render(string title, string style, string main) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{Encode(title)}</title>
        <style>{style}</style>
        </head>
        <body>
        <main>
        {main}</main>
        </body>
        </html>

        """;

    private static string Hash(string source) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";
}
