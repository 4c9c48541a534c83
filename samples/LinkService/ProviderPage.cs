using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkService;

/// <summary>The consent page of a provider that does not exist.</summary>
internal static class ProviderPage
{
    private static readonly (string Name, string Value, string Label)[] Answers =
    [
        ("code", "granted", "Allow"),
        ("error", "access_denied", "Cancel"),
        ("code", "expired", "Allow, with a code that has expired"),
        ("error", "server_error", "Fail"),
        ("nothing", "", "Come back without an answer"),
    ];

    public static IResult Show(string state)
    {
        StringBuilder page = new("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Provider</title>
            </head>
            <body>
            <main>
            <h1>Link your account?</h1>
            <ul>

            """);
        foreach ((string name, string value, string label) in Answers)
        {
            string url = QueryHelpers.AddQueryString("/link/callback", new Dictionary<string, string?>(StringComparer.Ordinal) { [name] = value, ["state"] = state });
            page.Append("<li><a href=\"").Append(HtmlEncoder.Default.Encode(url)).Append("\">").Append(label).Append("</a></li>\n");
        }

        return Results.Content(page.Append("</ul>\n</main>\n</body>\n</html>\n").ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }
}
