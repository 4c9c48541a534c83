using System.Globalization;
using LinkErrors.Dialects;

namespace LinkErrors.Pages;

/// <summary>
/// The page for people: what happened, why, and the one thing to do, in their words and language. It has no script, loads nothing
/// unless the host names something of its own, and never shows the state of a client.
/// </summary>
internal static class ErrorPage
{
    public static PageDocument Render(LinkErrorPageContext page, PageTheme theme)
    {
        HtmlWriter html = HtmlWriter.Rent();
        theme.Templates.Write(html, page, theme.DrawErrorPage);
        return new PageDocument(html.Written, theme.Policy.FramedByNobody) { Writer = html };
    }

    /// <summary>Draws the page. What differs from request to request is a value, and all else depends on what a template is kept for.</summary>
    public static void Draw(HtmlWriter html, LinkErrorPageContext page, PageTheme theme)
    {
        PageFrame.Begin(html, theme, page);
        html.Markup("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"u8).Markup(PageIcons.Draw(page.Words.Situation.Icon)).Markup("</svg>\n<h1>"u8)
            .Text(page.Words.Title).Markup("</h1>\n<p class=\"why\">"u8).Text(page.Words.Message).Markup("</p>\n<p>"u8).Text(page.Words.Action).Markup("</p>\n"u8);
        WriteWays(html, page);
        WriteEnd(html, page);
        if (page.DebugDetails is { } details)
        {
            WriteDetails(html, page, details);
        }

        PageFrame.End(html);
    }

    /// <summary>The way that helps most comes first: to wait and try again where somebody does not answer, otherwise back.</summary>
    private static void WriteWays(HtmlWriter html, LinkErrorPageContext page)
    {
        (PageHole Target, string Key) back = (PageHole.ReturnTarget, "page.ReturnTo");
        (PageHole Target, string Key) again = (PageHole.StartTarget, "page.TryAgain");
        (PageHole Target, string Key)[] ways = page.Words.Situation.Icon == PageIcon.Unavailable ? [again, back] : [back, again];
        bool isFirst = true;
        foreach ((PageHole target, string key) in ways)
        {
            if (page.Find(target) is not { } uri)
            {
                continue;
            }

            html.Markup(isFirst ? "<div class=\"ways\">\n<a class=\"way first\" href=\""u8 : "<a class=\"way\" href=\""u8)
                .Value(target, uri).Markup("\" rel=\"noreferrer\">"u8).Text(page.Words.Find(key)).Markup("</a>\n"u8);
            isFirst = false;
        }

        if (!isFirst)
        {
            html.Markup("</div>\n"u8);
        }
    }

    private static void WriteEnd(HtmlWriter html, LinkErrorPageContext page)
    {
        if (page.Reference is null && page.Error.HelpUri is null)
        {
            return;
        }

        html.Markup("<div class=\"end\">\n"u8);
        if (page.Reference is { } reference)
        {
            html.Markup("<p>"u8).Text(page.Words.Find("page.Reference")).Markup(" <bdi><code>"u8).Value(PageHole.Reference, reference).Markup("</code></bdi></p>\n"u8);
        }

        WriteLink(html, PageHole.SupportUri, page, "page.GetHelp");
        WriteLink(html, PageHole.HelpUri, page, "page.MoreAboutThis");
        if (page.Reference is not null)
        {
            html.Markup("<p class=\"hint\">"u8).Text(page.Words.Find("page.ReferenceHint")).Markup("</p>\n"u8);
        }

        html.Markup("</div>\n"u8);
    }

    private static void WriteLink(HtmlWriter html, PageHole target, LinkErrorPageContext page, string key)
    {
        if (page.Find(target) is { } uri)
        {
            html.Markup("<a href=\""u8).Value(target, uri).Markup("\" rel=\"noreferrer\">"u8).Text(page.Words.Find(key)).Markup("</a>\n"u8);
        }
    }

    /// <summary>For developers, whose language it is.</summary>
    private static void WriteDetails(HtmlWriter html, LinkErrorPageContext page, LinkErrorDebugDetails details)
    {
        LinkError error = page.Error;
        html.Markup("<section class=\"developer\" lang=\"en\" dir=\"ltr\">\n<h2>"u8).Text(error.Title).Markup("</h2>\n<p><code>"u8).Text(error.Code)
            .Markup("</code> "u8).Text(page.StatusCode.ToString(CultureInfo.InvariantCulture)).Markup(" "u8).Text(error.Message).Markup("</p>\n"u8);
        if (error.ReferenceId is { } reference)
        {
            html.Markup("<p>Trace <code>"u8).Text(reference).Markup("</code></p>\n"u8);
        }

        html.Markup("<pre>"u8).Text(string.Join('\n', details.Traceback)).Markup("</pre>\n</section>\n"u8);
    }
}
