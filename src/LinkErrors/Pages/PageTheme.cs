using System.Text;
using LinkErrors.Settings;

namespace LinkErrors.Pages;

/// <summary>How the pages look with one set of settings: the style, and the policies that allow it. Made once for each reload.</summary>
internal sealed class PageTheme
{
    private const string Style = """
        :root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--line:#dadde3;--text:#1a1c22;--quiet:#555c68;--accent:{light};--on-accent:#fff}
        @media(prefers-color-scheme:dark){:root{--page:#121418;--card:#1b1e24;--line:#333842;--text:#eceef2;--quiet:#a8afbb;--accent:{dark};--on-accent:#121418}}
        *{box-sizing:border-box}
        body{margin:0;padding-block-end:1rem;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;background:var(--page);color:var(--text);overflow-wrap:anywhere;text-autospace:normal}
        header{display:flex;align-items:center;gap:.625rem;padding:1.25rem 1.5rem 1rem;font-weight:600}
        header img{height:1.75rem;max-width:8rem;border-radius:.375rem}
        main{width:calc(100% - 2rem);max-width:30rem;margin:auto;padding:clamp(1.5rem,7vw,2.5rem);border:1px solid var(--line);border-radius:1rem;background:var(--card)}
        .icon{display:block;width:3rem;height:3rem;margin-block-end:1.25rem;padding:.75rem;border-radius:50%;color:var(--accent);background:var(--page);background:color-mix(in srgb,var(--accent) 10%,var(--card));fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
        h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25;text-wrap:balance}
        p{margin:0 0 .75rem;text-wrap:pretty}
        .why{color:var(--quiet)}
        a{color:var(--accent)}
        form{margin:0}
        .ways{display:flex;flex-wrap:wrap;gap:.75rem;margin-block-start:1.5rem}
        .way{flex:1 1 auto;padding:.75rem 1.375rem;border:1px solid var(--line);border-radius:.625rem;font:inherit;font-weight:600;text-align:center;text-decoration:none;background:none;color:var(--text);cursor:pointer}
        .way.first{border-color:transparent;background:var(--accent);color:var(--on-accent)}
        .way:hover{border-color:currentColor}
        a:focus-visible,.way:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .end{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1rem;margin-block-start:1.5rem;padding-block-start:1rem;border-block-start:1px solid var(--line);font-size:.875rem;color:var(--quiet)}
        .end p{margin:0}
        .end .hint{flex-basis:100%}
        .end a{color:inherit}
        code{font:600 1em ui-monospace,monospace;color:var(--text)}
        .end code{user-select:all;-webkit-user-select:all;white-space:nowrap}
        .developer{margin-block-start:1.5rem;padding-block-start:1rem;border-block-start:1px solid var(--line);font-size:.875rem}
        .developer h2{margin:0 0 .5rem;font-size:1rem}
        .developer pre{margin:0;font-size:.8125rem;white-space:pre-wrap}
        .wide main{max-width:60rem}
        @media(prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text);--accent:var(--text);--on-accent:var(--card)}}
        @media(forced-colors:active){.way{border-color:ButtonText}.icon{border:1px solid}}
        @media print{body{min-height:0}main{border:0}.ways{display:none}}
        """;

    public PageTheme(ErrorPageSettings settings)
    {
        Settings = settings;
        DrawErrorPage = (html, page) => ErrorPage.Draw(html, page, this);
        string style = Style
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("{light}", settings.Accent.ToString(), StringComparison.Ordinal)
            .Replace("{dark}", settings.Accent.ReadableOn(AccentColor.DarkCard).ToString(), StringComparison.Ordinal);
        StyleElement = Encoding.UTF8.GetBytes($"<style>{style}</style>\n");
        Policy = new PagePolicy(style, host: settings);
        FormPostPolicy = new PagePolicy(style, FormPostPage.Script, postsForm: true, host: settings);
        WebMessagePolicy = new PagePolicy(style, WebMessagePage.Script, host: settings);
    }

    public ErrorPageSettings Settings { get; }

    /// <summary>The style of every page, with its tags.</summary>
    public ReadOnlyMemory<byte> StyleElement { get; }

    /// <summary>Draws the error page with this theme.</summary>
    public Action<HtmlWriter, LinkErrorPageContext> DrawErrorPage { get; }

    /// <summary>The error pages that were drawn with this theme.</summary>
    public PageTemplates Templates { get; } = new();

    /// <summary>The policy of the error page.</summary>
    public PagePolicy Policy { get; }

    /// <summary>The policy of the page that posts to a target.</summary>
    public PagePolicy FormPostPolicy { get; }

    /// <summary>The policy of the page that tells the window which opened it.</summary>
    public PagePolicy WebMessagePolicy { get; }
}
