using System.Text;
using LinkErrors;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace ErrorLab;

/// <summary>
/// The page to choose an error and to see the exact response to it, to check a redirect URI, and to read a response. It has no
/// script: everything that is chosen stands in the address, so that it can be sent to a colleague.
/// </summary>
internal static class LabPage
{
    public const string HttpClientName = "lab";

    private static readonly string Style = ReadStyle();

    public static async Task<IResult> ShowAsync(
        HttpContext context, LinkErrorCatalog catalog, IOptionsMonitor<LinkErrorsOptions> options, IHttpClientFactory clients, IServer server)
    {
        IQueryCollection query = context.Request.Query;
        LabMarkup page = new();
        page.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>ErrorLab</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>").Markup(Style)
            .Markup("</style>\n</head>\n<body>\n<main>\n<h1>ErrorLab</h1>\n<p>Choose an error and see the exact response. All errors: <a href=\"/errors\">the catalog</a>.</p>\n");
        LabForm.Write(page, query, catalog, options.CurrentValue);
        string framedPolicy = "";
        if (query["code"].ToString() is { Length: > 0 } code)
        {
            LabExchange exchange = await LabExchange.AskAsync(query, code, clients, server, context.RequestAborted);
            exchange.Write(page, query, catalog, code);
            framedPolicy = exchange.HumanPolicy;
        }

        LabTools.WriteCheck(page, query, options);
        LabTools.WriteRead(page, query);
        page.Markup("</main>\n</body>\n</html>\n");
        context.Response.Headers.ContentSecurityPolicy = LabPolicy.Create(Style, framedPolicy);
        return Results.Content(page.ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }

    /// <summary>A policy counts the bytes of a style, whatever the line ends of the file that it came from.</summary>
    private static string ReadStyle()
    {
        using StreamReader reader = new(typeof(LabPage).Assembly.GetManifestResourceStream("lab.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
