using System.Text;
using LinkErrors.Dialects;
using LinkErrors.Targets;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Pages;

/// <summary>
/// OAuth 2.0 Form Post Response Mode: a page that posts the parameters to the target by itself, or at the press of a button
/// where scripts do not run. Its policy lets the form go to the target's origin alone.
/// </summary>
internal static class FormPostPage
{
    private const string Script = "document.forms[0].submit()";

    public static string Render(LinkError error, RedirectTarget target, LinkErrorParameters parameters, IHeaderDictionary headers)
    {
        Page.ApplyHeaders(headers, Page.CreatePolicy(Page.CenteredStyle, Script, formAction: target.Origin!));
        headers.XFrameOptions = "DENY";
        StringBuilder main = new();
        main.Append("<h1>").Append(Page.Encode(error.Title)).Append("</h1>\n<form method=\"post\" action=\"").Append(Page.Encode(target.Uri)).Append("\">\n");
        foreach (LinkErrorParameter parameter in parameters)
        {
            main.Append("<input type=\"hidden\" name=\"").Append(Page.Encode(parameter.Name))
                .Append("\" value=\"").Append(Page.Encode(parameter.Value)).Append("\">\n");
        }

        main.Append("<noscript><p>Press the button to go back to the application.</p>\n<button>Continue</button></noscript>\n</form>\n<script>")
            .Append(Script).Append("</script>\n");
        return Page.Render(error.Title, Page.CenteredStyle, main.ToString());
    }
}
