using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace RemoteLogin;

/// <summary>A provider that does not exist: its consent page, and its token endpoint.</summary>
internal static class AcmeProvider
{
    private static readonly (string Name, string Value, string Label)[] Answers =
    [
        ("code", "granted", "Allow"),
        ("error", "access_denied", "Cancel"),
        ("code", "expired", "Allow, with a code that has expired"),
        ("error", "temporarily_unavailable", "Fail"),
    ];

    public static IResult Show(string redirect_uri, string state)
    {
        StringBuilder page = new("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Acme</title></head>\n<body>\n<h1>Link your account?</h1>\n<ul>\n");
        foreach ((string name, string value, string label) in Answers)
        {
            string url = QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?>(StringComparer.Ordinal) { [name] = value, ["state"] = state });
            page.Append("<li><a href=\"").Append(HtmlEncoder.Default.Encode(url)).Append("\">").Append(label).Append("</a></li>\n");
        }

        return Results.Content(page.Append("</ul>\n</body>\n</html>\n").ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }

    public static async Task<IResult> RedeemAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return form["code"] == "granted"
            ? Results.Text("""{"access_token":"token","token_type":"Bearer"}""", "application/json")
            : Results.Text("""{"error":"invalid_grant"}""", "application/json", statusCode: StatusCodes.Status400BadRequest);
    }
}
