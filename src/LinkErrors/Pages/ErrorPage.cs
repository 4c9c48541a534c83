using System.Text;
using LinkErrors.Dialects;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Pages;

/// <summary>The page for people. It never shows the state of the client.</summary>
internal static class ErrorPage
{
    private static readonly PagePolicy Policy = new(Page.CenteredStyle);

    public static string Render(LinkError error, LinkErrorDebugDetails? details, IHeaderDictionary headers)
    {
        Page.ApplyHeaders(headers, Policy.FramedByNobody);
        headers.XFrameOptions = "DENY";
        StringBuilder main = new();
        main.Append("<h1>").Append(Page.Encode(error.Title)).Append("</h1>\n<p>").Append(Page.Encode(error.Message)).Append("</p>\n");
        if (error.HelpUri is { } help)
        {
            main.Append("<p><a href=\"").Append(Page.Encode(help.OriginalString)).Append("\" rel=\"noreferrer\">More about this error</a></p>\n");
        }

        main.Append("<dl>\n<dt>Code</dt><dd>").Append(Page.Encode(error.Code)).Append("</dd>\n");
        if (error.ReferenceId is { } reference)
        {
            main.Append("<dt>Reference</dt><dd>").Append(Page.Encode(reference)).Append("</dd>\n");
        }

        main.Append("</dl>\n");
        if (details is not null)
        {
            main.Append("<pre>").Append(Page.Encode(string.Join('\n', details.Traceback))).Append("</pre>\n");
        }

        return Page.Render(error.Title, Page.CenteredStyle, main.ToString());
    }
}
