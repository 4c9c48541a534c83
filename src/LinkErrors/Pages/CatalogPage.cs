using System.Text;
using LinkErrors.Dialects;

namespace LinkErrors.Pages;

/// <summary>The documentation of every error, for people. Each has its code as its anchor, as <c>ErrorUriBase</c> wants it.</summary>
internal static class CatalogPage
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0 auto;max-width:60rem;padding:2rem;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
        section{padding:1rem 0;border-top:1px solid GrayText}
        section:target{outline:2px solid Highlight;outline-offset:.5rem}
        h2{margin:0;font-size:1.125rem}
        h2 a{color:inherit}
        p{margin:.25rem 0}
        code{font-family:ui-monospace,monospace}
        table{border-collapse:collapse;margin-top:.5rem;font-size:.875rem;display:block;overflow-x:auto}
        th,td{padding:.125rem 1rem .125rem 0;text-align:left;vertical-align:top;font-weight:normal;white-space:nowrap}
        """;

    private static readonly PagePolicy Policy = new(Style);

    public static PageDocument Render(LinkErrorCatalog catalog, IReadOnlyList<LinkErrorDialect> dialects)
    {
        StringBuilder page = new(64 * 1024);
        page.Append("<h1>Link errors</h1>\n");
        foreach (LinkErrorDefinition definition in catalog)
        {
            string code = Page.Encode(definition.Code);
            page.Append("<section id=\"").Append(code).Append("\">\n<h2><a href=\"#").Append(code).Append("\"><code>").Append(code)
                .Append("</code></a> ").Append(Page.Encode(definition.Title)).Append("</h2>\n<p>")
                .Append(Page.Encode(definition.Description)).Append("</p>\n<p>").Append(Page.Encode(definition.Action)).Append("</p>\n")
                .Append("<table>\n<tr><th>Status</th><td>").Append(definition.StatusCode).Append("</td></tr>\n<tr><th>Redirected to the client</th><td>")
                .Append(definition.MayRedirect ? "yes" : "never").Append("</td></tr>\n<tr><th>Worth a retry</th><td>")
                .Append(definition.IsTransient ? "yes" : "no").Append("</td></tr>\n<tr><th>On the wire</th><td>");
            string separator = "";
            foreach (LinkErrorDialect dialect in dialects)
            {
                page.Append(separator).Append(Page.Encode(dialect.Name)).Append(" <code>").Append(Page.Encode(dialect.GetWireCode(definition))).Append("</code>");
                separator = "<br>";
            }

            page.Append("</td></tr>\n</table>\n</section>\n");
        }

        return new PageDocument(Page.Render("Link errors", Style, page.ToString()), Policy.FramedByNobody);
    }
}
