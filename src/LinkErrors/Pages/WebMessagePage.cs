using LinkErrors.Flows;

namespace LinkErrors.Pages;

/// <summary>
/// The web_message response mode: a page in a popup or frame that posts the error to the window which opened it. The browser
/// delivers it only when that window has the origin of the registered target; the policy allows no other origin to frame it.
/// A window whose opener is cut off (<c>Cross-Origin-Opener-Policy</c>) has nobody to tell, so a link leads to the target.
/// </summary>
internal static class WebMessagePage
{
    /// <summary>The data is in attributes, so that the script is the same for every response and its hash holds.</summary>
    public const string Script =
        "const data=document.currentScript.dataset,to=window.opener??(window.parent===window?null:window.parent);"
        + "if(to){to.postMessage(JSON.parse(data.message),data.origin);if(window.opener)window.close()}";

    public static PageDocument Render(LinkErrorPageContext page, PageTheme theme, RedirectTarget target, string message, string location)
    {
        HtmlWriter html = HtmlWriter.Rent();
        PageFrame.Begin(html, theme, page);
        html.Markup("<h1>"u8).Text(page.Words.Title).Markup("</h1>\n<p class=\"why\">"u8).Text(page.Words.Message)
            .Markup("</p>\n<p>"u8).Text(page.Words.Find("page.MayClose")).Markup("</p>\n<div class=\"ways\">\n<a class=\"way first\" href=\""u8).Text(location)
            .Markup("\">"u8).Text(page.Words.Find("page.Continue")).Markup("</a>\n</div>\n<script data-origin=\""u8).Text(target.Origin!)
            .Markup("\" data-message=\""u8).Text(message).Markup("\">"u8).Constant(Script).Markup("</script>\n"u8);
        PageFrame.End(html);
        return new PageDocument(html.Written, theme.WebMessagePolicy.FramedBy(target), MayBeFramed: true) { Writer = html };
    }
}
