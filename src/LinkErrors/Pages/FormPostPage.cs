using LinkErrors.Dialects;
using LinkErrors.Flows;

namespace LinkErrors.Pages;

/// <summary>
/// OAuth 2.0 Form Post Response Mode: a page that posts the parameters to the target by itself. The button is there for
/// everybody, since a browser may not run the script, or may not follow the form without a press.
/// </summary>
internal static class FormPostPage
{
    /// <summary>The method of the prototype: a parameter with the name <c>submit</c> would stand in front of the form's own.</summary>
    public const string Script = "HTMLFormElement.prototype.submit.call(document.forms[0])";

    public static PageDocument Render(LinkErrorPageContext page, PageTheme theme, RedirectTarget target, LinkErrorParameters parameters)
    {
        HtmlWriter html = HtmlWriter.Rent();
        PageFrame.Begin(html, theme, page);
        html.Markup("<h1>"u8).Text(page.Words.Title).Markup("</h1>\n<p>"u8).Text(page.Words.Find("page.SendingBack"))
            .Markup("</p>\n<form method=\"post\" action=\""u8).Text(target.Uri).Markup("\">\n"u8);
        foreach (LinkErrorParameter parameter in parameters)
        {
            html.Markup("<input type=\"hidden\" name=\""u8).Text(parameter.Name).Markup("\" value=\""u8).Text(parameter.Value).Markup("\">\n"u8);
        }

        html.Markup("<button class=\"way first\">"u8).Text(page.Words.Find("page.Continue")).Markup("</button>\n</form>\n<script>"u8).Constant(Script).Markup("</script>\n"u8);
        PageFrame.End(html);
        return new PageDocument(html.Written, theme.FormPostPolicy.FramedBy(target), MayBeFramed: true) { Writer = html };
    }
}
