using System.Text;
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
    private const string Script =
        "const data=document.currentScript.dataset,to=window.opener??(window.parent===window?null:window.parent);"
        + "if(to){to.postMessage(JSON.parse(data.message),data.origin);if(window.opener)window.close()}";

    private static readonly PagePolicy Policy = new(Page.CenteredStyle, Script);

    public static PageDocument Render(LinkError error, RedirectTarget target, string message, string location)
    {
        string origin = target.Origin!;
        StringBuilder main = new();
        main.Append("<h1>").Append(Page.Encode(error.Title)).Append("</h1>\n<p>").Append(Page.Encode(error.Message))
            .Append("</p>\n<p>You can close this window. If the application is still waiting, go back to it here.</p>\n<a class=\"button\" href=\"")
            .Append(Page.Encode(location)).Append("\">Continue</a>\n<script data-origin=\"").Append(Page.Encode(origin))
            .Append("\" data-message=\"").Append(Page.Encode(message)).Append("\">").Append(Script).Append("</script>\n");
        return new PageDocument(Page.Render(error.Title, Page.CenteredStyle, main.ToString()), Policy.FramedBy(target), MayBeFramed: true);
    }
}
