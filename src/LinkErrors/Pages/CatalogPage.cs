using System.Globalization;
using LinkErrors.Dialects;

namespace LinkErrors.Pages;

/// <summary>The documentation of every error, for people. Each has its code as its anchor, as <c>ErrorUriBase</c> wants it.</summary>
internal static class CatalogPage
{
    private const string Style = """
        :root{color-scheme:light dark;--page:#fff;--soft:#f4f5f7;--line:#dadde3;--text:#1a1c22;--quiet:#555c68;--accent:#3453d1}
        @media(prefers-color-scheme:dark){:root{--page:#121418;--soft:#1b1e24;--line:#333842;--text:#eceef2;--quiet:#a8afbb;--accent:#a3b6ff}}
        *{box-sizing:border-box}
        [hidden]{display:none!important}
        body{margin:0 auto;max-width:52rem;padding:clamp(1rem,4vw,2.5rem);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;background:var(--page);color:var(--text);overflow-wrap:anywhere}
        h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.25}
        h2{margin:2.5rem 0 .75rem;font-size:1.375rem}
        h3{margin:0;font-size:1.0625rem}
        h3 a{text-decoration:none}
        p,ul{margin:.375rem 0}
        ul{padding-inline-start:1.25rem}
        a{color:var(--accent)}
        a:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        code{font:600 .9375em ui-monospace,monospace}
        nav{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:.25rem 1rem;margin:1rem 0;padding:1rem;border-radius:.75rem;background:var(--soft)}
        summary{padding:.25rem 0;cursor:pointer}
        nav ul{margin:0;list-style:none;padding-inline-start:1rem}
        nav li a{display:inline-block;padding:.125rem 0}
        label{display:grid;gap:.25rem;max-width:30rem;font-weight:600}
        input{width:100%;min-width:0;font:inherit;padding:.625rem .75rem;border:1px solid var(--quiet);border-radius:.5rem;background:var(--page);color:var(--text)}
        output{display:block;min-height:1.55em;font-size:.875rem;color:var(--quiet)}
        section{margin:0 0 1rem;padding:1rem;border:1px solid var(--line);border-radius:.75rem;scroll-margin-top:1rem}
        section:target{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent)}
        .facts{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none;font-size:.875rem;color:var(--quiet)}
        table{width:100%;border-collapse:collapse;font-size:.875rem}
        th,td{padding:.25rem .5rem .25rem 0;text-align:start;vertical-align:top;border-top:1px solid var(--line)}
        thead th,tbody th{font-weight:normal;color:var(--quiet)}
        @media(prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text);--accent:var(--text)}}
        @media print{nav,label,output{display:none}details::details-content{content-visibility:visible}}
        """;

    /// <summary>Hides what does not have every word; without it the page is whole, and the browser's own search finds all.</summary>
    private const string Script =
        "{const field=document.querySelector('input'),count=document.querySelector('output'),families=[...document.querySelectorAll('.family')];"
        + "const errors=[...document.querySelectorAll('section')].map(e=>[e,e.textContent.toLowerCase()]);field.parentElement.hidden=false;"
        + "const search=()=>{const words=field.value.toLowerCase().split(/\\s+/);let found=0;"
        + "for(const [e,text] of errors){e.hidden=!words.every(word=>text.includes(word));found+=!e.hidden}"
        + "for(const f of families)f.hidden=!f.querySelector('section:not([hidden])');"
        + "count.value=field.value.trim()?found+' of '+errors.length+' errors':''};"
        + "field.addEventListener('input',search);addEventListener('hashchange',()=>{field.value='';search();document.querySelector(':target')?.scrollIntoView()});search()}";

    private static readonly PagePolicy Policy = new(Style, Script);

    public static PageDocument Render(LinkErrorCatalog catalog, IReadOnlyList<LinkErrorDialect> dialects)
    {
        IGrouping<string, LinkErrorDefinition>[] families = [.. catalog.GroupBy(definition => definition.Family, StringComparer.Ordinal)];
        HtmlWriter html = new();
        html.Markup("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Link errors</title>
            <style>
            """u8).Constant(Style).Markup("</style>\n</head>\n<body>\n<main>\n<h1>Link errors</h1>\n<p>What each error means, what usually leads to it and what to do. Programs get the same as JSON.</p>\n"u8)
            .Markup("<label hidden>Search <input type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label>\n<output></output>\n<nav aria-label=\"Contents\">\n"u8);
        foreach (IGrouping<string, LinkErrorDefinition> family in families)
        {
            WriteContents(html, family);
        }

        html.Markup("</nav>\n"u8);
        foreach (IGrouping<string, LinkErrorDefinition> family in families)
        {
            html.Markup("<div class=\"family\">\n<h2>"u8).Text(family.Key).Markup("</h2>\n"u8);
            foreach (LinkErrorDefinition definition in family)
            {
                Write(html, definition, dialects);
            }

            html.Markup("</div>\n"u8);
        }

        html.Markup("</main>\n<script>"u8).Constant(Script).Markup("</script>\n</body>\n</html>\n"u8);
        return new PageDocument(html.Written, Policy.FramedByNobody);
    }

    private static void WriteContents(HtmlWriter html, IGrouping<string, LinkErrorDefinition> family)
    {
        html.Markup("<details>\n<summary>"u8).Text(family.Key).Markup("</summary>\n<ul>\n"u8);
        foreach (LinkErrorDefinition definition in family)
        {
            html.Markup("<li><a href=\"#"u8).Text(definition.Code).Markup("\">"u8).Text(definition.Title).Markup("</a></li>\n"u8);
        }

        html.Markup("</ul>\n</details>\n"u8);
    }

    private static void Write(HtmlWriter html, LinkErrorDefinition definition, IReadOnlyList<LinkErrorDialect> dialects)
    {
        html.Markup("<section id=\""u8).Text(definition.Code).Markup("\">\n<h3><a href=\"#"u8).Text(definition.Code).Markup("\"><code>"u8).Text(definition.Code)
            .Markup("</code></a> "u8).Text(definition.Title).Markup("</h3>\n"u8);
        WriteParagraph(html, definition.Description);
        if (definition.Causes.Count > 0)
        {
            html.Markup("<p>Causes:</p>\n<ul>\n"u8);
            foreach (string cause in definition.Causes)
            {
                html.Markup("<li>"u8).Text(cause).Markup("</li>\n"u8);
            }

            html.Markup("</ul>\n"u8);
        }

        if (definition.Action.Length > 0)
        {
            html.Markup("<p><strong>What to do:</strong> "u8).Text(definition.Action).Markup("</p>\n"u8);
        }

        html.Markup("<ul class=\"facts\">\n<li>Status "u8).Text(definition.StatusCode.ToString(CultureInfo.InvariantCulture))
            .Markup(definition.MayRedirect ? "</li>\n<li>Sent to the client</li>\n"u8 : "</li>\n<li>Never redirected</li>\n"u8)
            .Markup(definition.IsTransient ? "<li>Worth a retry</li>\n"u8 : "<li>No use to retry unchanged</li>\n"u8)
            .Markup("</ul>\n<details>\n<summary>On the wire</summary>\n<table>\n<thead><tr><th scope=\"col\">Dialect</th><th scope=\"col\">Code</th><th scope=\"col\">Status</th></tr></thead>\n<tbody>\n"u8);
        LinkError error = new(definition);
        foreach (LinkErrorDialect dialect in dialects)
        {
            html.Markup("<tr><th scope=\"row\">"u8).Text(dialect.Name).Markup("</th><td><code>"u8).Text(dialect.GetWireCode(definition)).Markup("</code></td><td>"u8)
                .Text(dialect.GetStatusCode(error, LinkErrorWriteContext.Default).ToString(CultureInfo.InvariantCulture)).Markup("</td></tr>\n"u8);
        }

        html.Markup("</tbody>\n</table>\n</details>\n</section>\n"u8);
    }

    private static void WriteParagraph(HtmlWriter html, string text)
    {
        if (text.Length > 0)
        {
            html.Markup("<p>"u8).Text(text).Markup("</p>\n"u8);
        }
    }
}
