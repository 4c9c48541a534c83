using System.Globalization;
using LinkErrors.Pages;

namespace LinkErrors.Inspection;

/// <summary>The last link errors, for a developer who asks why one did not redirect.</summary>
internal static class InspectorPage
{
    private const string Style = """
        :root{color-scheme:light dark;--page:#fff;--soft:#f4f5f7;--line:#dadde3;--text:#1a1c22;--quiet:#555c68;--accent:#3453d1}
        @media(prefers-color-scheme:dark){:root{--page:#121418;--soft:#1b1e24;--line:#333842;--text:#eceef2;--quiet:#a8afbb;--accent:#a3b6ff}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:60rem;padding:clamp(1rem,4vw,2.5rem);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;background:var(--page);color:var(--text);overflow-wrap:anywhere}
        h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.25}
        h2{margin:1.25rem 0 .25rem;font-size:1rem}
        p{margin:.25rem 0}
        details{margin:1rem 0;border:1px solid var(--line);border-radius:.75rem}
        summary{padding:1rem;border-radius:.75rem;cursor:pointer}
        details[open] summary{background:var(--soft)}
        summary strong{display:block;margin:.125rem 0}
        .facts{display:flex;flex-wrap:wrap;gap:0 1rem;font-size:.875rem;color:var(--quiet)}
        .steps{padding:0 1rem 1rem}
        code,pre{font:.875rem/1.5 ui-monospace,monospace}
        summary code{font-weight:600}
        pre{margin:.25rem 0;padding:.75rem;border-radius:.5rem;background:var(--soft);white-space:pre-wrap}
        summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        @media(prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text)}}
        @media print{details::details-content{content-visibility:visible}}
        """;

    private static readonly PagePolicy Policy = new(Style);

    public static PageDocument Render(IReadOnlyList<InspectedError> errors)
    {
        HtmlWriter html = new();
        html.Markup("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Link errors of this process</title>
            <style>
            """u8).Constant(Style).Markup("</style>\n</head>\n<body>\n<main>\n<h1>Link errors of this process</h1>\n<p>The last "u8)
            .Text(InspectedErrors.Capacity.ToString(CultureInfo.InvariantCulture))
            .Markup(", the newest first. Load the page again to see more. Codes, tokens, states and whatever else a request may keep secret are not shown.</p>\n"u8);
        if (errors.Count == 0)
        {
            html.Markup("<p>There were none yet.</p>\n"u8);
        }

        bool isNewest = true;
        foreach (InspectedError error in errors)
        {
            Write(html, error, isNewest);
            isNewest = false;
        }

        html.Markup("</main>\n</body>\n</html>\n"u8);
        return new PageDocument(html.Written, Policy.FramedByNobody);
    }

    private static void Write(HtmlWriter html, InspectedError error, bool isOpen)
    {
        html.Markup(isOpen ? "<details open id=\"error-"u8 : "<details id=\"error-"u8).Text(error.Number.ToString(CultureInfo.InvariantCulture))
            .Markup("\">\n<summary><code>"u8).Text(error.Code).Markup("</code> <strong>"u8).Text(error.Verdict).Markup("</strong>\n<span class=\"facts\"><span>"u8)
            .Text(error.Request).Markup("</span><span>"u8).Text(error.Answer).Markup("</span><span>"u8).Text(error.Reference).Markup("</span><span>"u8)
            .Text(error.Time.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)).Markup("</span></span></summary>\n<div class=\"steps\">\n"u8);
        foreach (InspectionStep step in error.Steps)
        {
            html.Markup("<h2>"u8).Text(step.Title).Markup("</h2>\n"u8);
            foreach (string sentence in step.Sentences)
            {
                html.Markup("<p>"u8).Text(sentence).Markup("</p>\n"u8);
            }

            if (step.Lines.Count > 0)
            {
                html.Markup("<pre>"u8).Text(string.Join('\n', step.Lines)).Markup("</pre>\n"u8);
            }
        }

        html.Markup("</div>\n</details>\n"u8);
    }
}
