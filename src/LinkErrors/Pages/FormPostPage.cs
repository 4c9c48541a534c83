using System.Text;
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
    private const string Script = "HTMLFormElement.prototype.submit.call(document.forms[0])";

    private static readonly PagePolicy Policy = new(Page.CenteredStyle, Script, postsForm: true);

    public static PageDocument Render(LinkError error, RedirectTarget target, LinkErrorParameters parameters)
    {
        StringBuilder main = new();
        main.Append("<h1>").Append(Page.Encode(error.Title))
            .Append("</h1>\n<p>You are being sent back to the application. If nothing happens, press the button.</p>\n<form method=\"post\" action=\"")
            .Append(Page.Encode(target.Uri)).Append("\">\n");
        foreach (LinkErrorParameter parameter in parameters)
        {
            main.Append("<input type=\"hidden\" name=\"").Append(Page.Encode(parameter.Name))
                .Append("\" value=\"").Append(Page.Encode(parameter.Value)).Append("\">\n");
        }

        main.Append("<button>Continue</button>\n</form>\n<script>").Append(Script).Append("</script>\n");
        return new PageDocument(Page.Render(error.Title, Page.CenteredStyle, main.ToString()), Policy.FramedBy(target), MayBeFramed: true);
    }
}
