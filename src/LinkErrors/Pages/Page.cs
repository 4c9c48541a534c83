using System.Text;
using System.Text.Encodings.Web;

namespace LinkErrors.Pages;

/// <summary>The frame of every page: self-contained, with a <see cref="PagePolicy"/>.</summary>
internal static class Page
{
    /// <summary>The style of the small pages that show one thing in the middle.</summary>
    public const string CenteredStyle = """
        :root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--line:#dadde3;--text:#1a1c22;--quiet:#555c68;--accent:#3453d1;--on-accent:#fff}
        @media(prefers-color-scheme:dark){:root{--page:#121418;--card:#1b1e24;--line:#333842;--text:#eceef2;--quiet:#a8afbb;--accent:#a3b6ff;--on-accent:#121418}}
        body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif;background:var(--page);color:var(--text)}
        main{box-sizing:border-box;width:calc(100% - 2rem);max-width:30rem;margin:1rem;padding:clamp(1.5rem,6vw,2.5rem);border:1px solid var(--line);border-radius:1rem;background:var(--card);overflow-wrap:anywhere}
        h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
        p{margin:0 0 .75rem;color:var(--quiet)}
        a{color:var(--accent)}
        dl{margin:1.5rem 0 0;padding-top:1rem;border-top:1px solid var(--line);font-size:.875rem;color:var(--quiet);display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}
        dd{margin:0;font-family:ui-monospace,monospace;color:var(--text)}
        pre{overflow:auto;font-size:.8125rem}
        button,.button{display:inline-block;margin-top:.75rem;padding:.75rem 1.5rem;border:1px solid transparent;border-radius:.625rem;font:inherit;font-weight:600;background:var(--accent);color:var(--on-accent);text-decoration:none;cursor:pointer}
        button:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        """;

    /// <summary>Encodes text from outside for elements and quoted attributes.</summary>
    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    public static byte[] Render(string title, string style, string main) => Encoding.UTF8.GetBytes($"""
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

        """);
}
